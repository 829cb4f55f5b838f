package io.latchkey.ldap;

import io.latchkey.spi.ConfigKey;
import io.latchkey.spi.ProviderConfig;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the keys of users and groups are in each product as long as the operator does not set them:
 * texts by the name of the key, in which {@code {base-dn}} stands for the base DN.
 */
enum Preset {

  /**
   * OpenLDAP with the standard schemas, and its overlay ppolicy if it is there. The id is what
   * people see and can type; {@code entryUUID} survives a renaming. What has a {@code uid} is a
   * user, and what has members is a group: for a filter by object class slapd would read its whole
   * index of the class at each call.
   */
  OPENLDAP(
      Map.ofEntries(
          Map.entry("users.filter", "(uid=*)"),
          Map.entry("users.id-attribute", "uid"),
          Map.entry("users.login-attribute", "uid"),
          Map.entry(
              "users.machine-filter",
              "(|(objectClass=simpleSecurityObject)(objectClass=applicationProcess))"),
          Map.entry("users.account-state", "ppolicy"),
          Map.entry("groups.filter", "(objectClass=*)"),
          Map.entry("groups.lookup", "search"),
          Map.entry("groups.member-attribute", "member"),
          Map.entry("groups.nested", "false"))),

  /**
   * 389 Directory Server. What {@code dsidm} makes as a service is of the class {@code
   * netscapeServer} and has no {@code uid}; {@code nsUniqueId} as the id covers it too.
   */
  DS389(
      Map.ofEntries(
          Map.entry(
              "users.filter",
              "(|(objectClass=person)(objectClass=nsPerson)(objectClass=posixAccount)"
                  + "(objectClass=simpleSecurityObject)(objectClass=applicationProcess)"
                  + "(objectClass=netscapeServer))"),
          Map.entry("users.id-attribute", "uid"),
          Map.entry("users.login-attribute", "uid"),
          Map.entry(
              "users.machine-filter",
              "(|(objectClass=simpleSecurityObject)(objectClass=applicationProcess)"
                  + "(objectClass=netscapeServer))"),
          Map.entry("users.account-state", "ns-account-lock"),
          Map.entry("groups.filter", Texts.GROUPS),
          Map.entry("groups.lookup", "search"),
          Map.entry("groups.member-attribute", "member"),
          Map.entry("groups.nested", "false"))),

  /**
   * FreeIPA: people are in one container, system accounts in another; {@code memberOf} holds the
   * groups of groups as well.
   */
  FREEIPA(
      Map.ofEntries(
          Map.entry("users.base-dn", "cn=users,cn=accounts,{base-dn}"),
          Map.entry(
              "users.filter", "(|(objectClass=posixAccount)(objectClass=simpleSecurityObject))"),
          Map.entry("users.id-attribute", "uid"),
          Map.entry("users.login-attribute", "uid"),
          Map.entry("users.machine-base-dn", "cn=sysaccounts,cn=etc,{base-dn}"),
          Map.entry("users.account-state", "ns-account-lock"),
          Map.entry("groups.base-dn", "cn=groups,cn=accounts,{base-dn}"),
          Map.entry("groups.filter", "(objectClass=ipaUserGroup)"),
          Map.entry("groups.lookup", "member-of"),
          Map.entry("groups.member-attribute", "member"),
          Map.entry("groups.nested", "false"))),

  /**
   * Active Directory. Machines are managed service accounts; those that are plain users are told by
   * their place. Of groups, those that are for security alone count.
   */
  ACTIVE_DIRECTORY(
      Map.ofEntries(
          Map.entry(
              "users.filter",
              "(|(&(objectCategory=person)(objectClass=user))" + Texts.MANAGED_SERVICES + ")"),
          Map.entry("users.id-attribute", "objectGUID"),
          Map.entry("users.login-attribute", "sAMAccountName"),
          Map.entry("users.machine-filter", "(|" + Texts.MANAGED_SERVICES + ")"),
          Map.entry("users.account-state", "user-account-control"),
          Map.entry(
              "groups.filter",
              "(&(objectCategory=group)(groupType:1.2.840.113556.1.4.803:=2147483648))"),
          Map.entry("groups.lookup", "in-chain"),
          Map.entry("groups.member-attribute", "member"),
          Map.entry("groups.nested", "true")));

  /** Parts of filters. */
  private static final class Texts {

    static final String GROUPS =
        "(|(objectClass=groupOfNames)(objectClass=groupOfUniqueNames)"
            + "(objectClass=groupOfMembers)(objectClass=posixGroup))";

    static final String MANAGED_SERVICES =
        "(objectClass=msDS-ManagedServiceAccount)"
            + "(objectClass=msDS-GroupManagedServiceAccount)"
            + "(objectClass=msDS-DelegatedManagedServiceAccount)";
  }

  @SuppressWarnings("ImmutableEnumChecker") // made by Map.ofEntries
  private final Map<String, String> texts;

  Preset(Map<String, String> texts) {
    this.texts = texts;
  }

  /** As the operator names it. */
  String text() {
    return this == DS389 ? "389ds" : name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Preset parse(String text) {
    return Arrays.stream(values())
        .filter(preset -> preset.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be "
                        + Arrays.stream(values())
                            .map(Preset::text)
                            .collect(Collectors.joining(" or "))));
  }

  /** The value of a key: the operator's, else that of this preset. */
  <T> Optional<T> find(ProviderConfig config, ConfigKey<T> key) {
    return config
        .find(key)
        .or(
            () ->
                Optional.ofNullable(texts.get(key.name()))
                    .map(text -> text.replace("{base-dn}", DirectoryKeys.base(config).toString()))
                    .map(key.parser()));
  }

  /** The value of a key that must have one. */
  <T> T get(ProviderConfig config, ConfigKey<T> key) {
    return find(config, key).orElseGet(() -> config.get(key));
  }
}
