package io.latchkey.ldap.directory;

import static java.util.Objects.requireNonNull;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.latchkey.ldap.connection.LdapAccess;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All users belong to the one organization that there is.
 *
 * @param id its id, 1 to 200 characters
 */
public record FixedOrganization(String id) implements OrganizationRule {

  /** Refuses what is no id. */
  public FixedOrganization {
    if (!IdAttribute.isId(requireNonNull(id, "id"))) {
      throw new IllegalArgumentException("must have 1 to 200 characters");
    }
  }

  @Override
  public Collection<String> attributes() {
    return List.of();
  }

  @Override
  public Map<String, DN> bases() {
    return Map.of();
  }

  @Override
  public Optional<String> of(SearchResultEntry user) {
    return Optional.of(id);
  }

  @Override
  public boolean exists(String organizationId, LdapAccess access, UserEntries users) {
    return organizationId.equals(id);
  }
}
