/**
 * Who calls: the bearer of an access token of Keycloak's, or the owner of a personal access token.
 */
@NullMarked
package io.latchkey.keycloak.auth;

import org.jspecify.annotations.NullMarked;
