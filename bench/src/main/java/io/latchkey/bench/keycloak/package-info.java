/** Tokens in a Keycloak beside what Keycloak does by itself. */
@NullMarked
package io.latchkey.bench.keycloak;

import org.jspecify.annotations.NullMarked;
