/**
 * What Keycloak finds below a realm: the endpoint's own resources, by the first segment of their
 * paths.
 */
@NullMarked
package io.latchkey.keycloak.resource;

import org.jspecify.annotations.NullMarked;
