/**
 * Personal access tokens for the realms of a Keycloak. {@link io.latchkey.keycloak.RealmLatchkey}
 * is the entrance for everything that works within one session of Keycloak; the packages below are
 * what Keycloak finds, and what asks Keycloak.
 */
@NullMarked
package io.latchkey.keycloak;

import org.jspecify.annotations.NullMarked;
