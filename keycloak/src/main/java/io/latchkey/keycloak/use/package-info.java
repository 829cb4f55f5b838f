/**
 * What exchange, introspection and the bearer tokens of Keycloak's own APIs have in common: whose
 * token a presented one is.
 */
@NullMarked
package io.latchkey.keycloak.use;

import org.jspecify.annotations.NullMarked;
