package io.latchkey.spi.directory;

import io.latchkey.spi.internal.Require;

/**
 * An organization.
 *
 * @param organizationId the id, 1 to 200 characters
 * @param name what people call it, 1 to 200 characters
 */
public record Organization(String organizationId, String name) {

  /** Refuses components that are null or out of range. */
  public Organization {
    Require.id(organizationId, "organizationId");
    Require.id(name, "name");
  }
}
