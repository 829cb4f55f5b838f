package io.latchkey.tck.mutant;

import static io.latchkey.tck.mutant.WrongUserDirectories.findUser;
import static io.latchkey.tck.mutant.WrongUserDirectories.mutant;
import static io.latchkey.tck.mutant.WrongUserDirectories.organizationExists;

import io.latchkey.spi.CheckResult;
import io.latchkey.spi.directory.ForwardingUserDirectory;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.tck.UserDirectoryBackend;
import io.latchkey.tck.memory.InMemoryUserDirectoryBackend;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Directories that are closed wrongly, or shared wrongly among threads. */
final class UserDirectoryLifecycleMutants {

  static final List<Mutant<UserDirectoryBackend>> ALL =
      List.of(
          around("UD-35", "is not well before its first call", () -> Idle::new),
          around(
              "UD-36", "has room for three threads", () -> UserDirectoryLifecycleMutants::crowded),
          around("UD-37", "is closed once only", () -> Once::new),
          around("UD-38", "closes what others use", UserDirectoryLifecycleMutants::sharing),
          around("UD-39", "loses all when it is closed", UserDirectoryLifecycleMutants::losing),
          around("UD-40", "is well though closed", () -> WellThoughClosed::new),
          around(
              "UD-41",
              "finds nobody though closed",
              () ->
                  findUser(
                      (right, id) -> {
                        try {
                          return right.findUser(id);
                        } catch (IllegalStateException e) {
                          return Optional.empty();
                        }
                      })),
          around(
              "UD-42",
              "knows no organization though closed",
              () ->
                  organizationExists(
                      (right, id) -> {
                        try {
                          return right.organizationExists(id);
                        } catch (IllegalStateException e) {
                          return false;
                        }
                      })),
          around("UD-43", "finds nobody for null", () -> Lenient::new));

  private UserDirectoryLifecycleMutants() {}

  private static Mutant<UserDirectoryBackend> around(
      String rule, String wrong, Supplier<UnaryOperator<UserDirectory>> around) {
    return mutant(rule, wrong, InMemoryUserDirectoryBackend::new, around);
  }

  private static UserDirectory crowded(UserDirectory right) {
    Crowd crowd = new Crowd();
    return findUser((one, id) -> one.findUser(id).filter(user -> !crowd.isTooMany())).apply(right);
  }

  private static UnaryOperator<UserDirectory> sharing() {
    List<UserDirectory> open = new CopyOnWriteArrayList<>();
    return right -> {
      open.add(right);
      return new ForwardingUserDirectory(right) {
        @Override
        public void close() {
          open.forEach(UserDirectory::close);
        }
      };
    };
  }

  private static UnaryOperator<UserDirectory> losing() {
    AtomicBoolean lost = new AtomicBoolean();
    return right ->
        new ForwardingUserDirectory(right) {
          private final boolean isLate = lost.get();

          @Override
          public Optional<User> findUser(String userId) {
            return super.findUser(userId).filter(user -> !isLate);
          }

          @Override
          public void close() {
            lost.set(true);
            super.close();
          }
        };
  }

  private static final class Idle extends ForwardingUserDirectory {

    private volatile boolean used;

    Idle(UserDirectory right) {
      super(right);
    }

    @Override
    public Optional<User> findUser(String userId) {
      used = true;
      return super.findUser(userId);
    }

    @Override
    public CheckResult check() {
      CheckResult result = super.check();
      return result.isOk() && !used ? CheckResult.failed("not connected yet") : result;
    }
  }

  private static final class Once extends ForwardingUserDirectory {

    private final AtomicBoolean closed = new AtomicBoolean();

    Once(UserDirectory right) {
      super(right);
    }

    @Override
    public void close() {
      if (closed.getAndSet(true)) {
        throw new IllegalStateException("closed already");
      }
      super.close();
    }
  }

  private static final class WellThoughClosed extends ForwardingUserDirectory {

    WellThoughClosed(UserDirectory right) {
      super(right);
    }

    @Override
    public CheckResult check() {
      try {
        return super.check();
      } catch (IllegalStateException e) {
        return CheckResult.ok();
      }
    }
  }

  @SuppressWarnings("NullAway") // wrong in exactly that way
  private static final class Lenient extends ForwardingUserDirectory {

    Lenient(UserDirectory right) {
      super(right);
    }

    @Override
    public Optional<User> findUser(String userId) {
      return userId == null ? Optional.empty() : super.findUser(userId);
    }
  }
}
