/** A Keycloak that gets our jar, loses it, gets it back, and dies on the way. */
package io.latchkey.keycloak.lifecycle;
