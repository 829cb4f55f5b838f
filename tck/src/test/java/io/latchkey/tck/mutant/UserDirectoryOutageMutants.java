package io.latchkey.tck.mutant;

import static io.latchkey.tck.mutant.WrongUserDirectories.findUser;
import static io.latchkey.tck.mutant.WrongUserDirectories.mutant;
import static io.latchkey.tck.mutant.WrongUserDirectories.organizationExists;
import static io.latchkey.tck.mutant.WrongUserDirectories.search;

import io.latchkey.spi.CheckResult;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.directory.ForwardingUserDirectory;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.tck.UserDirectoryBackend;
import io.latchkey.tck.memory.InMemoryUserDirectoryBackend;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Directories that say something else than "could not tell", or do not come back. */
final class UserDirectoryOutageMutants {

  private static final Duration LIMIT = Duration.ofMillis(200);

  static final List<Mutant<UserDirectoryBackend>> ALL =
      List.of(
          around("UD-26", "connects when it is made", () -> UserDirectoryOutageMutants::connected),
          around(
              "UD-27",
              "is lost once its first call has failed",
              () -> right -> findUser(losing(new AtomicInteger(), true)).apply(right)),
          around("UD-28", "throws from check()", () -> UserDirectoryOutageMutants::throwing),
          around(
              "UD-29",
              "takes an outage for absence",
              () -> findUser(UserDirectoryOutageMutants::foundOrNot)),
          around(
              "UD-30",
              "takes an outage for absence of an organization",
              () -> organizationExists(UserDirectoryOutageMutants::existsOrNot)),
          around(
              "UD-31",
              "takes an outage for an empty list",
              () ->
                  search(
                      (directory, right, query) -> {
                        try {
                          return right.search(query);
                        } catch (ProviderUnavailableException e) {
                          return List.of();
                        }
                      })),
          new Mutant<>("UD-32", "waits for longer than it says", Slow::new),
          around(
              "UD-33",
              "is lost once a call has failed after others",
              () -> right -> findUser(losing(new AtomicInteger(), false)).apply(right)),
          around("UD-34", "closes only what answers", () -> UserDirectoryOutageMutants::clinging));

  private UserDirectoryOutageMutants() {}

  private static Mutant<UserDirectoryBackend> around(
      String rule, String wrong, Supplier<UnaryOperator<UserDirectory>> around) {
    return mutant(rule, wrong, InMemoryUserDirectoryBackend::new, around);
  }

  private static UserDirectory connected(UserDirectory right) {
    requireWell(right);
    return right;
  }

  private static void requireWell(UserDirectory right) {
    if (!right.check().isOk()) {
      throw new ProviderUnavailableException("cannot connect", Effect.NONE, null);
    }
  }

  private static UserDirectory throwing(UserDirectory right) {
    return new ForwardingUserDirectory(right) {
      @Override
      public CheckResult check() {
        requireWell(right);
        return super.check();
      }
    };
  }

  private static UserDirectory clinging(UserDirectory right) {
    return new ForwardingUserDirectory(right) {
      private volatile boolean closed;

      @Override
      public void close() {
        if (!closed) {
          requireWell(right);
        }
        closed = true;
        super.close();
      }
    };
  }

  private static Optional<User> foundOrNot(UserDirectory right, String id) {
    try {
      return right.findUser(id);
    } catch (ProviderUnavailableException e) {
      return Optional.empty();
    }
  }

  private static boolean existsOrNot(UserDirectory right, String id) {
    try {
      return right.organizationExists(id);
    } catch (ProviderUnavailableException e) {
      return false;
    }
  }

  /** Finds nobody any more after a failure, if that was the first call or if it was not. */
  private static BiFunction<UserDirectory, String, Optional<User>> losing(
      AtomicInteger calls, boolean first) {
    AtomicInteger lost = new AtomicInteger();
    return (right, id) -> {
      boolean isFirst = calls.getAndIncrement() == 0;
      try {
        Optional<User> user = right.findUser(id);
        return lost.get() > 0 ? Optional.empty() : user;
      } catch (ProviderUnavailableException e) {
        if (isFirst == first) {
          lost.incrementAndGet();
        }
        throw e;
      }
    };
  }

  /** Each of its directories waits for an answer that does not come. */
  private static final class Slow extends WrongUserDirectories.Around {

    Slow() {
      super(
          new InMemoryUserDirectoryBackend(),
          findUser(
              (right, id) -> {
                try {
                  return right.findUser(id);
                } catch (ProviderUnavailableException e) {
                  long start = System.nanoTime();
                  while (System.nanoTime() - start < LIMIT.multipliedBy(2).toNanos()) {
                    LockSupport.parkNanos(LIMIT.toNanos());
                  }
                  throw e;
                }
              }));
    }

    @Override
    public Duration timeLimit() {
      return LIMIT;
    }
  }
}
