/**
 * Who may do what in a realm, decided by Keycloak's own evaluator of administrators' permissions.
 */
@NullMarked
package io.latchkey.keycloak.permission;

import org.jspecify.annotations.NullMarked;
