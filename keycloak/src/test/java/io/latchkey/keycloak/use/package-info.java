/** The three ways to use a token in a real Keycloak. */
package io.latchkey.keycloak.use;
