package io.latchkey.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import io.latchkey.ldap.directory.AttributeOrganization;
import io.latchkey.ldap.directory.DnOrganization;
import io.latchkey.ldap.directory.FixedOrganization;
import io.latchkey.ldap.directory.IdAttribute;
import io.latchkey.ldap.directory.OrganizationRule;
import io.latchkey.spi.ConfigKey;
import io.latchkey.spi.ProviderConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys of organizations: one of three rules, and what belongs to it. */
final class OrganizationKeys {

  private static final ConfigKey<FixedOrganization> FIXED =
      LdapKey.of(
          "organization.fixed",
          "the one organization of all users; default the domain of base-dn, example.com for"
              + " dc=example,dc=com",
          FixedOrganization::new);
  private static final ConfigKey<String> ATTRIBUTE =
      LdapKey.attribute(
          "organization.attribute", "attribute of the user that holds its organization");
  private static final ConfigKey<DN> ENTRIES =
      LdapKey.dn(
          "organizations.base-dn",
          "for organization.attribute: under which entry organizations are; default: those exist"
              + " that a user names");
  private static final ConfigKey<String> ENTRIES_ID =
      LdapKey.attribute(
          "organizations.id-attribute", "attribute of their ids, under organizations.base-dn");
  private static final ConfigKey<String> COMPONENT =
      LdapKey.attribute(
          "organization.dn-component",
          "naming attribute, such as ou, of the entries that users of one organization are under");
  private static final ConfigKey<DN> BASE =
      LdapKey.dn(
          "organization.base-dn",
          "for organization.dn-component: the entry right above those; default users.base-dn");

  static final List<ConfigKey<?>> ALL =
      List.of(FIXED, ATTRIBUTE, ENTRIES, ENTRIES_ID, COMPONENT, BASE);

  private OrganizationKeys() {}

  static OrganizationRule rule(ProviderConfig config) {
    Optional<FixedOrganization> fixed = config.find(FIXED);
    Optional<String> attribute = config.find(ATTRIBUTE);
    Optional<String> component = config.find(COMPONENT);
    if (Stream.of(fixed, attribute, component).filter(Optional::isPresent).count() > 1) {
      throw new IllegalArgumentException(
          "of the keys ldap.organization.fixed, ldap.organization.attribute and"
              + " ldap.organization.dn-component no more than one may be set");
    }
    requireWith(config, attribute, ENTRIES, ATTRIBUTE);
    requireWith(config, attribute, ENTRIES_ID, ATTRIBUTE);
    requireWith(config, component, BASE, COMPONENT);
    return attribute
        .map(name -> byAttribute(config, name))
        .or(() -> component.map(name -> byPlace(config, name)))
        .or(() -> fixed)
        .orElseGet(() -> ofDomain(DirectoryKeys.base(config)));
  }

  private static void requireWith(
      ProviderConfig config, Optional<String> rule, ConfigKey<?> key, ConfigKey<?> ruleKey) {
    if (config.find(key).isPresent() && rule.isEmpty()) {
      throw new IllegalArgumentException(
          "the key ldap." + key.name() + " means nothing without ldap." + ruleKey.name());
    }
  }

  private static OrganizationRule byAttribute(ProviderConfig config, String name) {
    boolean base = config.find(ENTRIES).isPresent();
    if (base != config.find(ENTRIES_ID).isPresent()) {
      throw new IllegalArgumentException(
          "the keys ldap.organizations.base-dn and ldap.organizations.id-attribute must be set"
              + " together");
    }
    return new AttributeOrganization(
        IdAttribute.named(name),
        base
            ? Optional.of(
                new AttributeOrganization.Entries(
                    DirectoryKeys.under(config, ENTRIES),
                    IdAttribute.named(config.get(ENTRIES_ID))))
            : Optional.empty());
  }

  private static OrganizationRule byPlace(ProviderConfig config, String name) {
    return new DnOrganization(
        name,
        config.find(BASE).isPresent()
            ? DirectoryKeys.under(config, BASE)
            : DirectoryKeys.usersBase(config));
  }

  /** In lower case, so that the id does not depend on how the base DN is written. */
  private static OrganizationRule ofDomain(DN base) {
    String domain =
        Arrays.stream(base.getRDNs())
            .filter(rdn -> rdn.hasAttribute("dc"))
            .map(RDN::getAttributeValues)
            .map(values -> values[0].toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("."));
    if (domain.isEmpty()) {
      throw new IllegalArgumentException(
          "one of the keys ldap.organization.fixed, ldap.organization.attribute and"
              + " ldap.organization.dn-component must be set, for ldap.base-dn names no domain");
    }
    return new FixedOrganization(domain);
  }
}
