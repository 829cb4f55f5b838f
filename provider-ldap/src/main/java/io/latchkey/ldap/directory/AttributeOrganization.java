package io.latchkey.ldap.directory;

import static java.util.Objects.requireNonNull;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import io.latchkey.ldap.connection.LdapAccess;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The entry of a user names its organization. One that has more than one, or something that can be
 * no id, is "could not tell"; one that has none is no user of ours.
 *
 * @param attribute the attribute of the user
 * @param entries the entries of organizations; absent if an organization is there as long as a user
 *     names it
 */
public record AttributeOrganization(IdAttribute attribute, Optional<Entries> entries)
    implements OrganizationRule {

  /** Refuses null components. */
  public AttributeOrganization {
    requireNonNull(attribute, "attribute");
    requireNonNull(entries, "entries");
  }

  /**
   * The entries of organizations.
   *
   * @param base under which entry they are
   * @param id the attribute of their ids
   */
  public record Entries(DN base, IdAttribute id) {

    /** Refuses null components. */
    public Entries {
      requireNonNull(base, "base");
      requireNonNull(id, "id");
    }

    private boolean anyHas(ASN1OctetString octets, LdapAccess access) {
      return access.search(base, SearchScope.SUB, id.equalTo(octets), id.name()).stream()
          .anyMatch(entry -> id.isIn(entry, octets));
    }
  }

  @Override
  public Collection<String> attributes() {
    return List.of(attribute.name());
  }

  @Override
  public Map<String, DN> bases() {
    return entries.map(in -> Map.of("ldap.organizations.base-dn", in.base())).orElse(Map.of());
  }

  @Override
  public Optional<String> of(SearchResultEntry user) {
    return attribute.idIn(user);
  }

  @Override
  public boolean exists(String organizationId, LdapAccess access, UserEntries users) {
    return entries.isPresent()
        ? entries
            .get()
            .id()
            .octets(organizationId)
            .filter(octets -> entries.get().anyHas(octets, access))
            .isPresent()
        : attribute
            .octets(organizationId)
            .filter(octets -> users.anyHas(attribute, octets))
            .isPresent();
  }
}
