package io.latchkey.hibernate;

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
import java.util.stream.Stream;

/** Providers over an H2 file, without the sync that only a loss of power would show. */
public final class H2Context implements AutoCloseable {

  private final Path directory;
  private final TestContext context;
  private final Duration timeLimit;

  public H2Context(Path directory, String... keysAndValues) {
    this.directory = directory;
    Map<String, String> config = new HashMap<>(Map.of("sync", "false", "timeout", "PT60S"));
    for (int i = 0; i < keysAndValues.length; i += 2) {
      config.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    this.context = new TestContext(config, directory);
    this.timeLimit = Duration.parse(config.get("timeout")).plusSeconds(2);
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
    try (Connection connection = DriverManager.getConnection(openUrl());
        Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN IMMEDIATELY");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    try {
      Files.move(file(), away());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
