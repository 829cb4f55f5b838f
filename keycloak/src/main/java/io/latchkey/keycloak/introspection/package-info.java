/**
 * Personal access tokens at Keycloak's introspection endpoint, by <a
 * href="https://www.rfc-editor.org/rfc/rfc7662">RFC 7662</a>.
 */
@NullMarked
package io.latchkey.keycloak.introspection;

import org.jspecify.annotations.NullMarked;
