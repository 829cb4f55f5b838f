/** The users and organizations of a realm as the users and organizations of the SPI. */
@NullMarked
package io.latchkey.keycloak.directory;

import org.jspecify.annotations.NullMarked;
