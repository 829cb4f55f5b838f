/** What Keycloak is told of changes to tokens, and what its own changes mean for tokens. */
@NullMarked
package io.latchkey.keycloak.event;

import org.jspecify.annotations.NullMarked;
