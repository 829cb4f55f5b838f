/** Tokens in Keycloak's own database, in the transaction of the request. */
@NullMarked
package io.latchkey.keycloak.token;

import org.jspecify.annotations.NullMarked;
