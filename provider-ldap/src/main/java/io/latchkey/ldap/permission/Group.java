package io.latchkey.ldap.permission;

import static java.util.Objects.requireNonNull;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.latchkey.ldap.directory.EntryName;
import java.util.List;
import java.util.Optional;

/**
 * A group that a user is a member of.
 *
 * @param dn where it is
 * @param names what it is called: by its DN, else by its attribute
 */
record Group(DN dn, List<String> names) {

  Group {
    requireNonNull(dn, "dn");
    names = List.copyOf(names);
  }

  static Group of(SearchResultEntry entry, String nameAttribute) {
    DN dn = EntryName.of(entry);
    String[] values = entry.getAttributeValues(nameAttribute);
    return new Group(
        dn,
        nameIn(dn, nameAttribute)
            .map(List::of)
            .orElse(values == null ? List.of() : List.of(values)));
  }

  /** The name in a DN; absent if another attribute, or several, make the DN. */
  static Optional<String> nameIn(DN group, String nameAttribute) {
    RDN rdn = group.getRDN();
    return rdn != null && rdn.getValueCount() == 1 && rdn.hasAttribute(nameAttribute)
        ? Optional.of(rdn.getAttributeValues()[0])
        : Optional.empty();
  }
}
