/**
 * The exchange of a personal access token for an access token of its owner, at Keycloak's token
 * endpoint, by <a href="https://www.rfc-editor.org/rfc/rfc8693">RFC 8693</a>.
 */
@NullMarked
package io.latchkey.keycloak.exchange;

import org.jspecify.annotations.NullMarked;
