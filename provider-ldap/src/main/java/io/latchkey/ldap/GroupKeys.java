package io.latchkey.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import io.latchkey.ldap.permission.Grant;
import io.latchkey.ldap.permission.GroupPattern;
import io.latchkey.ldap.permission.GroupSettings;
import io.latchkey.ldap.permission.GroupSettings.Lookup;
import io.latchkey.ldap.permission.MemberValue;
import io.latchkey.ldap.permission.PermissionSettings;
import io.latchkey.ldap.permission.RoleGrants;
import io.latchkey.ldap.permission.Roles;
import io.latchkey.spi.ConfigKey;
import io.latchkey.spi.ProviderConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The keys of groups and of the roles that they grant. */
final class GroupKeys {

  private static final ConfigKey<DN> BASE =
      LdapKey.dn("groups.base-dn", "under which entry groups are; default by preset, or base-dn");
  private static final ConfigKey<Filter> FILTER =
      LdapKey.filter("groups.filter", "which entries are groups; default by preset");
  private static final ConfigKey<String> LOOKUP =
      LdapKey.word(
          "groups.lookup",
          "how the groups of a user are asked for: search, member-of, or in-chain (Active Directory"
              + " alone); default by preset",
          "search",
          "member-of",
          "in-chain");
  private static final ConfigKey<String> MEMBER =
      LdapKey.attribute(
          "groups.member-attribute",
          "attribute of a group that holds its members, such as member, uniqueMember or memberUid;"
              + " default by preset");
  private static final ConfigKey<String> MEMBER_VALUE =
      LdapKey.word(
          "groups.member-value",
          "what of a user it holds: dn, id or login; default login for memberUid, else dn",
          "dn",
          "id",
          "login");
  private static final ConfigKey<String> MEMBER_OF =
      LdapKey.attribute(
              "groups.member-of-attribute",
              "for member-of: attribute of a user that holds its groups")
          .withDefault("memberOf");
  private static final ConfigKey<Boolean> NESTED =
      ConfigKey.flag(
          "groups.nested", "whether members of member groups are members; default by preset");
  private static final ConfigKey<String> NAME =
      LdapKey.attribute("groups.name-attribute", "attribute of the name of a group")
          .withDefault("cn");
  private static final ConfigKey<Grant> GRANT =
      LdapKey.of(
          "grant.*",
          "roles for a group: ROLE, ROLE in ORGANIZATION to GROUP-DN, without \"in ORGANIZATION\""
              + " for the whole instance",
          Grant::parse);
  private static final ConfigKey<GroupPattern> PATTERN =
      LdapKey.of(
          "group-pattern",
          "regular expression of whole group names that grant (?<role>…) in (?<organization>…), or"
              + " in the whole instance without the latter; whoever may create or rename groups"
              + " under groups.base-dn can then grant any role",
          GroupPattern::parse);
  private static final ConfigKey<Set<String>> ROLE =
      LdapKey.of(
          "role.*",
          "permissions of a role of that name, separated by spaces or commas",
          GroupKeys::permissions);

  static final List<ConfigKey<?>> ALL =
      List.of(
          BASE,
          FILTER,
          LOOKUP,
          MEMBER,
          MEMBER_VALUE,
          MEMBER_OF,
          NESTED,
          NAME,
          GRANT,
          PATTERN,
          ROLE);

  private GroupKeys() {}

  static PermissionSettings settings(ProviderConfig config) {
    GroupSettings groups = groups(config);
    return new PermissionSettings(DirectoryKeys.users(config), groups, grants(config, groups));
  }

  private static GroupSettings groups(ProviderConfig config) {
    Preset preset = config.get(DirectoryKeys.PRESET);
    Lookup lookup = lookup(preset.get(config, LOOKUP));
    String member = preset.get(config, MEMBER);
    MemberValue value = memberValue(config, member);
    boolean nested = nested(config, preset, lookup, value);
    if (value != MemberValue.DN && (nested || lookup != Lookup.SEARCH)) {
      throw new IllegalArgumentException(
          "the keys ldap.groups.nested and ldap.groups.lookup ask for members by DN, and"
              + " ldap.groups.member-value or ldap.groups.member-attribute for members by name");
    }
    return new GroupSettings(
        DirectoryKeys.under(config, BASE),
        preset.get(config, FILTER),
        lookup,
        member,
        value,
        config.get(MEMBER_OF),
        nested,
        config.get(NAME));
  }

  private static Lookup lookup(String word) {
    return switch (word) {
      case "member-of" -> Lookup.MEMBER_OF;
      case "in-chain" -> Lookup.IN_CHAIN;
      default -> Lookup.SEARCH;
    };
  }

  private static MemberValue memberValue(ProviderConfig config, String member) {
    String usual = member.equalsIgnoreCase("memberUid") ? "login" : "dn";
    return switch (config.find(MEMBER_VALUE).orElse(usual)) {
      case "id" -> MemberValue.ID;
      case "login" -> MemberValue.LOGIN;
      default -> MemberValue.DN;
    };
  }

  /** A name is of no group; in-chain is nested by itself. */
  private static boolean nested(
      ProviderConfig config, Preset preset, Lookup lookup, MemberValue value) {
    Optional<Boolean> said = config.find(NESTED);
    if (lookup == Lookup.IN_CHAIN && said.equals(Optional.of(false))) {
      throw new IllegalArgumentException(
          "the key ldap.groups.nested cannot be false where ldap.groups.lookup is in-chain");
    }
    return lookup == Lookup.IN_CHAIN
        || said.orElseGet(() -> value == MemberValue.DN && preset.get(config, NESTED));
  }

  private static RoleGrants grants(ProviderConfig config, GroupSettings groups) {
    Roles roles = Roles.with(config.family(ROLE));
    SortedMap<String, Grant> grants = config.family(GRANT);
    grants.forEach((word, grant) -> requireValid("ldap.grant." + word, grant, groups, roles));
    Optional<GroupPattern> pattern = config.find(PATTERN);
    if (grants.isEmpty() && pattern.isEmpty()) {
      throw new IllegalArgumentException(
          "no group grants anything: set keys ldap.grant.* or ldap.group-pattern");
    }
    return new RoleGrants(List.copyOf(grants.values()), pattern, roles);
  }

  private static void requireValid(String key, Grant grant, GroupSettings groups, Roles roles) {
    for (String role : grant.roles()) {
      if (!roles.isKnown(role)) {
        throw new IllegalArgumentException(
            "the key " + key + " grants a role that there is not: " + role);
      }
    }
    if (!grant.group().isDescendantOf(groups.base(), true)) {
      throw new IllegalArgumentException(
          "the key " + key + " names a group that is not under ldap.groups.base-dn");
    }
  }

  private static Set<String> permissions(String text) {
    return Arrays.stream(text.split("[\\s,]+"))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
