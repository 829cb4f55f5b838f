package io.latchkey.ldap.directory;

import static java.util.Objects.requireNonNull;

import com.unboundid.ldap.sdk.SearchResultEntry;
import io.latchkey.ldap.connection.LdapAccess;
import io.latchkey.spi.CheckResult;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Users and organizations in a directory server, asked at each call: a change is seen by the next
 * call that reaches the changed server. An entry that is gone is a user that is absent.
 */
public final class LdapUserDirectory implements UserDirectory {

  private final LdapAccess access;
  private final DirectorySettings settings;
  private final UserEntries entries;
  private final DirectoryCheck check;

  /**
   * Creates a directory.
   *
   * @param access the server, which this directory is the only one to close
   * @param settings what the operator has set
   */
  public LdapUserDirectory(LdapAccess access, DirectorySettings settings) {
    this.access = requireNonNull(access, "access");
    this.settings = requireNonNull(settings, "settings");
    TreeSet<String> attributes = new TreeSet<>(settings.machines().attributes());
    attributes.addAll(settings.states().attributes());
    attributes.addAll(settings.organizations().attributes());
    this.entries = new UserEntries(access, settings.users(), attributes);
    this.check = new DirectoryCheck(access, settings, entries);
  }

  @Override
  public Optional<User> findUser(String userId) {
    return entries.find(requireNonNull(userId, "userId")).flatMap(entry -> user(userId, entry));
  }

  private Optional<User> user(String userId, SearchResultEntry entry) {
    return settings
        .organizations()
        .of(entry)
        .map(
            organizationId ->
                new User(
                    userId,
                    organizationId,
                    settings.machines().kindOf(entry),
                    settings.states().of(entry),
                    settings.users().loginOf(entry, userId)));
  }

  @Override
  public boolean organizationExists(String organizationId) {
    requireNonNull(organizationId, "organizationId");
    access.requireOpen();
    return settings.organizations().exists(organizationId, access, entries);
  }

  @Override
  public CheckResult check() {
    access.requireOpen();
    return check.run();
  }

  @Override
  public void close() {
    access.close();
  }
}
