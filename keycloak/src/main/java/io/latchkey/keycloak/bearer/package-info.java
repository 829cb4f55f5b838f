/**
 * Personal access tokens as bearer tokens of Keycloak's own admin and account API, if the operator
 * wants it so.
 */
@NullMarked
package io.latchkey.keycloak.bearer;

import org.jspecify.annotations.NullMarked;
