/** A real Keycloak for the tests of this module, started once for all of them. */
package io.latchkey.keycloak.server;
