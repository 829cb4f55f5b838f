package io.latchkey.hibernate;

import io.latchkey.spi.CheckResult;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.TestContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Providers over an H2 file, without the sync that only a loss of power would show. */
public final class H2Context implements AutoCloseable {

  private static final Duration POOL_TRUST = Duration.ofMillis(600);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Path directory;
  private final Map<String, String> config;
  private final TestContext context;
  private final Duration timeLimit;

  public H2Context(Path directory, String... keysAndValues) {
    this(directory, new HashMap<>(Map.of("sync", "false", "timeout", "PT60S")), keysAndValues);
  }

  private H2Context(Path directory, Map<String, String> config, String... keysAndValues) {
    this.directory = directory;
    for (int i = 0; i < keysAndValues.length; i += 2) {
      config.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    this.config = config;
    this.context = new TestContext(config, directory);
    this.timeLimit = Duration.parse(config.get("timeout")).plusSeconds(2);
  }

  /**
   * The same database in the next start of a host, or on another node: not open yet, and with all
   * the time that it takes to open it.
   */
  public H2Context nextStart() {
    return new H2Context(directory, new HashMap<>(config), "timeout", "PT60S");
  }

  /**
   * Waits until the database is open, for tests whose time limit is shorter than that takes, and
   * until its pool takes no broken connection for a good one, as it does for half a second.
   */
  public void warmUp() {
    long start = System.nanoTime();
    try (UserDirectory users = users()) {
      CheckResult result = users.check();
      while (!result.isOk() || System.nanoTime() - start < POOL_TRUST.toNanos()) {
        if (System.nanoTime() - start > PATIENCE.toNanos()) {
          throw new AssertionError("the database is not open: " + result);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
        result = users.check();
      }
    }
  }

  public TokenStore tokens() {
    return new HibernateTokenStoreFactory().create(context);
  }

  public UserDirectory users() {
    return new HibernateUserDirectoryFactory().create(context);
  }

  public PermissionChecker permissions() {
    return new HibernatePermissionCheckerFactory().create(context);
  }

  public void fill(DirectoryFixture fixture) {
    try (UserDirectory users = users()) {
      Path file = Files.writeString(directory.resolve("fixture.json"), fixture.toJson());
      users.managed().orElseThrow().importFrom(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new AssertionError("the fixture could not be imported", e);
    }
  }

  /**
   * Closes the database without writing anything more, as the death of its process does, and takes
   * its file away. (The process itself is killed by {@code KilledProcessTest}.)
   */
  public void interrupt() {
    shutDown();
    try {
      Files.move(file(), away());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    while (shutDown()) {
      // A pool was quick to open the old file again, in between.
    }
  }

  /** Whether the database could be shut down: it cannot once it is closed and its file away. */
  private boolean shutDown() {
    try (Connection connection = DriverManager.getConnection(openUrl() + ";IFEXISTS=TRUE");
        Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN IMMEDIATELY");
      return true;
    } catch (SQLException e) {
      if (Files.exists(away())) {
        return false;
      }
      throw new AssertionError(e);
    }
  }

  /** Ends what {@link #interrupt} has begun, if it has. An empty database must not be there. */
  public void restore() {
    if (Files.exists(away())) {
      try {
        Files.move(away(), file());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The bytes of the database's files. */
  public Stream<byte[]> files() {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(Files::isRegularFile).map(H2Context::bytes).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How long a call may take: the time limit, and what this machine may be slower by. */
  public Duration timeLimit() {
    return timeLimit;
  }

  private Path file() {
    return directory.resolve("latchkey.mv.db");
  }

  private Path away() {
    return directory.resolve("latchkey.away");
  }

  /** The database of this context while it is open here, for a look at its tables. */
  public String openUrl() {
    return "jdbc:h2:retry:" + directory.resolve("latchkey");
  }

  @Override
  public void close() {
    context.close();
  }
}
