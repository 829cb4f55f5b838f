package io.latchkey.core.cache;

import io.latchkey.spi.directory.ForwardingUserDirectory;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserState;
import java.util.Optional;

/**
 * A directory that need not be asked again for users who are active and organizations that are
 * there. Who is not, or may not act, is asked for each time: so what is taken away is taken in a
 * stated time, and what is given is there at once.
 */
public final class RecentUsers extends ForwardingUserDirectory {

  private final UserDirectory directory;
  private final RecentAnswers<String, Optional<User>> users;
  private final RecentAnswers<String, Boolean> organizations;

  /**
   * Creates it, knowing nobody.
   *
   * @param directory who is asked
   * @param size the most users, and the most organizations, that are kept
   * @param revocations until when an answer may be given again
   */
  public RecentUsers(UserDirectory directory, int size, Revocations revocations) {
    super(directory);
    this.directory = directory;
    this.users = new RecentAnswers<>(size, revocations, RecentUsers::isActive, user -> null);
    this.organizations = new RecentAnswers<>(size, revocations, exists -> exists, exists -> null);
  }

  private static boolean isActive(Optional<User> user) {
    return user.isPresent() && user.get().state() == UserState.ACTIVE;
  }

  @Override
  public Optional<User> findUser(String userId) {
    return users.get(userId, () -> directory.findUser(userId));
  }

  @Override
  public boolean organizationExists(String organizationId) {
    return organizations.get(organizationId, () -> directory.organizationExists(organizationId));
  }
}
