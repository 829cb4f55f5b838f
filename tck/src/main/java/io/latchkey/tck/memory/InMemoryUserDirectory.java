package io.latchkey.tck.memory;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.CheckResult;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserSearch;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;

/**
 * A user directory in the memory of the process, filled by the test.
 *
 * <p>Thread-safe. A change is seen by the next call.
 */
public final class InMemoryUserDirectory implements UserDirectory, UserSearch {

  private static final Comparator<String> BY_CODE_POINT =
      Comparator.comparing(id -> id.codePoints().toArray(), Arrays::compare);

  private final Availability availability = new Availability();
  private final Map<String, Organization> organizations;
  private final ConcurrentSkipListMap<String, User> users;

  /** Creates an empty directory. */
  public InMemoryUserDirectory() {
    this(new ConcurrentHashMap<>(), new ConcurrentSkipListMap<>(BY_CODE_POINT));
  }

  private InMemoryUserDirectory(
      Map<String, Organization> organizations, ConcurrentSkipListMap<String, User> users) {
    this.organizations = organizations;
    this.users = users;
  }

  /**
   * Opens a further directory over the same entries, as another node of a host has it. It fails and
   * is closed by itself.
   *
   * @return a directory that answers, whatever this one does
   */
  public InMemoryUserDirectory open() {
    return new InMemoryUserDirectory(organizations, users);
  }

  /**
   * Adds an organization, in place of one with the same id.
   *
   * @param organization the organization
   */
  public void put(Organization organization) {
    organizations.put(organization.organizationId(), organization);
  }

  /**
   * Adds a user, in place of one with the same id.
   *
   * @param user the user; its organization need not be there
   */
  public void put(User user) {
    users.put(user.userId(), user);
  }

  /**
   * Removes an organization, and leaves its users.
   *
   * @param organizationId the id; need not be there
   */
  public void removeOrganization(String organizationId) {
    organizations.remove(organizationId);
  }

  /**
   * Removes a user.
   *
   * @param userId the id; need not be there
   */
  public void removeUser(String userId) {
    users.remove(userId);
  }

  /**
   * Makes every call fail until {@link #recover()}.
   *
   * @param effect accepted for the sake of symmetry: a read always says {@link Effect#NONE}
   */
  public void fail(Effect effect) {
    availability.fail(effect);
  }

  /** Ends what {@link #fail} has begun. */
  public void recover() {
    availability.recover();
  }

  @Override
  public CheckResult check() {
    return availability.check();
  }

  @Override
  public Optional<User> findUser(String userId) {
    requireNonNull(userId, "userId");
    availability.beforeRead();
    return Optional.ofNullable(users.get(userId));
  }

  @Override
  public boolean organizationExists(String organizationId) {
    requireNonNull(organizationId, "organizationId");
    availability.beforeRead();
    return organizations.containsKey(organizationId);
  }

  @Override
  public Optional<UserSearch> search() {
    return Optional.of(this);
  }

  @Override
  public List<User> search(Query query) {
    requireNonNull(query, "query");
    availability.beforeRead();
    return users.values().stream().filter(matches(query)).limit(query.limit()).toList();
  }

  private static Predicate<User> matches(Query query) {
    return user ->
        query.organizationId().map(user.organizationId()::equals).orElse(true)
            && query.kind().map(user.kind()::equals).orElse(true)
            && query.loginNamePrefix().map(prefix -> startsWith(user, prefix)).orElse(true)
            && query.after().map(id -> BY_CODE_POINT.compare(user.userId(), id) > 0).orElse(true);
  }

  private static boolean startsWith(User user, String prefix) {
    return user.loginName().regionMatches(true, 0, prefix, 0, prefix.length());
  }

  @Override
  public void close() {
    availability.close();
  }
}
