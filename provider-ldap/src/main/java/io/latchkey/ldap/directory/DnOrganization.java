package io.latchkey.ldap.directory;

import static java.util.Objects.requireNonNull;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.latchkey.ldap.connection.LdapAccess;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The place of a user tells its organization: the entry right under a base that it lies below. A
 * user that lies elsewhere has none. An id is spelled as the server spells the DN.
 *
 * @param attribute the naming attribute of the entries of organizations, such as {@code ou}
 * @param base the entry right above them
 */
public record DnOrganization(String attribute, DN base) implements OrganizationRule {

  private static final Filter ANY = Filter.createPresenceFilter("objectClass");

  /** Refuses null components. */
  public DnOrganization {
    requireNonNull(attribute, "attribute");
    requireNonNull(base, "base");
  }

  @Override
  public Collection<String> attributes() {
    return List.of();
  }

  @Override
  public Map<String, DN> bases() {
    return Map.of("ldap.organization.base-dn", base);
  }

  @Override
  public Optional<String> of(SearchResultEntry user) {
    DN dn = EntryName.of(user);
    int above = dn.getRDNs().length - base.getRDNs().length - 1;
    return above >= 1 && dn.isDescendantOf(base, false)
        ? idIn(dn.getRDNs()[above])
        : Optional.empty();
  }

  private Optional<String> idIn(RDN rdn) {
    boolean named =
        rdn.getValueCount() == 1 && rdn.getAttributeNames()[0].equalsIgnoreCase(attribute);
    return named
        ? Optional.of(rdn.getAttributeValues()[0]).filter(IdAttribute::isId)
        : Optional.empty();
  }

  @Override
  public boolean exists(String organizationId, LdapAccess access, UserEntries users) {
    return IdAttribute.isId(organizationId)
        && access
            .read(
                new DN(new RDN(attribute, organizationId), base), ANY, SearchRequest.NO_ATTRIBUTES)
            .flatMap(entry -> idIn(EntryName.of(entry).getRDN()))
            .filter(organizationId::equals)
            .isPresent();
  }
}
