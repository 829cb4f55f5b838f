package io.latchkey.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import io.latchkey.ldap.directory.AccountLockState;
import io.latchkey.ldap.directory.AccountState;
import io.latchkey.ldap.directory.DirectorySettings;
import io.latchkey.ldap.directory.EntryFilter;
import io.latchkey.ldap.directory.IdAttribute;
import io.latchkey.ldap.directory.MachineRule;
import io.latchkey.ldap.directory.NoAccountState;
import io.latchkey.ldap.directory.PasswordPolicyState;
import io.latchkey.ldap.directory.StateRule;
import io.latchkey.ldap.directory.UserAccountControlState;
import io.latchkey.ldap.directory.UserArea;
import io.latchkey.ldap.directory.UserSettings;
import io.latchkey.spi.ConfigKey;
import io.latchkey.spi.ProviderConfig;
import io.latchkey.spi.ProviderContext;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The keys of users; those of their organizations are {@link OrganizationKeys}. */
final class DirectoryKeys {

  static final ConfigKey<Preset> PRESET =
      LdapKey.of(
          "preset",
          "which product it is, for the defaults of other keys: openldap, 389ds, freeipa or"
              + " active-directory",
          Preset::parse);
  private static final ConfigKey<DN> BASE_DN =
      LdapKey.dn("base-dn", "the entry under which everything is that Latchkey looks at");
  private static final ConfigKey<DN> USERS =
      LdapKey.dn("users.base-dn", "under which entry users are; default by preset, or base-dn");
  private static final ConfigKey<Filter> FILTER =
      LdapKey.filter("users.filter", "which entries are users; default by preset");
  private static final ConfigKey<String> SCOPE =
      LdapKey.word(
              "users.scope",
              "sub for all entries under users.base-dn, one for those right under it",
              "sub",
              "one")
          .withDefault("sub");
  private static final ConfigKey<String> ID =
      LdapKey.attribute(
          "users.id-attribute",
          "attribute of the user's id, whose value nobody else may ever get; default by preset");
  private static final ConfigKey<String> LOGIN =
      LdapKey.attribute(
          "users.login-attribute", "attribute of the name that is logged; default by preset");
  private static final ConfigKey<EntryFilter> MACHINE_FILTER =
      LdapKey.of(
          "users.machine-filter",
          "which users are machines, beside users.machine-base-dn; default by preset",
          EntryFilter::parse);
  private static final ConfigKey<DN> MACHINES =
      LdapKey.dn(
          "users.machine-base-dn",
          "under which entry all users are machines, also beside users.base-dn; default by preset");
  private static final ConfigKey<EntryFilter> INACTIVE =
      LdapKey.of(
          "users.inactive-filter",
          "which users are switched off, such as (loginShell=/sbin/nologin)",
          EntryFilter::parse);
  private static final ConfigKey<EntryFilter> LOCKED =
      LdapKey.of("users.locked-filter", "which users are locked", EntryFilter::parse);
  private static final ConfigKey<String> ACCOUNT_STATE =
      LdapKey.word(
          "users.account-state",
          "how the product says so itself, in attributes that bind-dn must be allowed to read:"
              + " ppolicy, ns-account-lock, user-account-control or none; default by preset",
          "ppolicy",
          "ns-account-lock",
          "user-account-control",
          "none");
  private static final ConfigKey<Duration> LOCK_DURATION =
      ConfigKey.duration(
              "users.lock-duration",
              "for ppolicy: its pwdLockoutDuration; PT0S for until an administrator unlocks")
          .withDefault("PT0S");

  static final List<ConfigKey<?>> ALL =
      Stream.concat(
              Stream.of(
                  PRESET,
                  BASE_DN,
                  USERS,
                  FILTER,
                  SCOPE,
                  ID,
                  LOGIN,
                  MACHINE_FILTER,
                  MACHINES,
                  INACTIVE,
                  LOCKED,
                  ACCOUNT_STATE,
                  LOCK_DURATION),
              OrganizationKeys.ALL.stream())
          .toList();

  private DirectoryKeys() {}

  static DN base(ProviderConfig config) {
    return config.get(BASE_DN);
  }

  static DN usersBase(ProviderConfig config) {
    return under(config, USERS);
  }

  /** The DN of a key, by default that of the preset or the base itself. */
  static DN under(ProviderConfig config, ConfigKey<DN> key) {
    DN base = base(config);
    DN dn = config.get(PRESET).find(config, key).orElse(base);
    if (!dn.isDescendantOf(base, true)) {
      throw new IllegalArgumentException(
          "the value \"" + dn + "\" of key ldap." + key.name() + " must be under ldap.base-dn");
    }
    return dn;
  }

  static UserSettings users(ProviderConfig config) {
    Preset preset = config.get(PRESET);
    return new UserSettings(
        new UserArea(
            usersBase(config),
            preset.find(config, MACHINES).map(base -> under(config, MACHINES)),
            config.get(SCOPE).equals("sub")),
        preset.get(config, FILTER),
        IdAttribute.named(preset.get(config, ID)),
        preset.get(config, LOGIN));
  }

  static DirectorySettings settings(ProviderContext context) {
    ProviderConfig config = context.config();
    Preset preset = config.get(PRESET);
    return new DirectorySettings(
        users(config),
        new MachineRule(preset.find(config, MACHINE_FILTER), preset.find(config, MACHINES)),
        new StateRule(
            config.find(INACTIVE),
            config.find(LOCKED),
            accountState(preset.get(config, ACCOUNT_STATE), config.get(LOCK_DURATION)),
            context.clock()),
        OrganizationKeys.rule(config));
  }

  private static AccountState accountState(String word, Duration lockDuration) {
    return switch (word) {
      case "ppolicy" -> new PasswordPolicyState(lockDuration);
      case "ns-account-lock" -> new AccountLockState();
      case "user-account-control" -> new UserAccountControlState();
      default -> new NoAccountState();
    };
  }
}
