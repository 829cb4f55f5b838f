package io.latchkey.hibernate.server;

import io.latchkey.hibernate.HibernatePermissionCheckerFactory;
import io.latchkey.hibernate.HibernateTokenStoreFactory;
import io.latchkey.hibernate.HibernateUserDirectoryFactory;
import io.latchkey.spi.CheckResult;
import io.latchkey.spi.directory.ManagedDirectory.InvalidImportException;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.TestContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A server of its own with one database, and the providers over it. The server can be killed and
 * started again under them.
 */
public final class ServerBackend implements AutoCloseable {

  private static final Duration POOL_TRUST = Duration.ofMillis(600);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final DatabaseServer server;
  private final ServerDatabase database;
  private final TestContext context;
  private boolean interrupted;
  private boolean wasInterrupted;

  /**
   * Takes a server.
   *
   * @param server a server that answers; ended by {@link #close}
   * @param keysAndValues keys of the provider beside those that say where the database is, each
   *     followed by its text
   */
  public ServerBackend(DatabaseServer server, String... keysAndValues) {
    this.server = server;
    database = server.createDatabase();
    context = newContext(database, keysAndValues);
  }

  /**
   * What a node of a host makes its providers with.
   *
   * @param database the database
   * @param keysAndValues further keys, each followed by its text
   * @return a context, which the caller closes
   */
  public static TestContext newContext(ServerDatabase database, String... keysAndValues) {
    Map<String, String> config = new HashMap<>(database.config());
    for (int i = 0; i < keysAndValues.length; i += 2) {
      config.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return new TestContext(config, Path.of("no-file-is-kept"));
  }

  /**
   * What the server keeps, as it is on the disk.
   *
   * @return the bytes of each file
   */
  public Stream<byte[]> files() {
    return server.files();
  }

  /**
   * Where everything is kept.
   *
   * @return the database
   */
  public ServerDatabase database() {
    return database;
  }

  /**
   * The token store.
   *
   * @return a new one over the same database
   */
  public TokenStore tokens() {
    return new HibernateTokenStoreFactory().create(context);
  }

  /**
   * The user directory.
   *
   * @return a new one over the same database
   */
  public UserDirectory users() {
    return new HibernateUserDirectoryFactory().create(context);
  }

  /**
   * The permission checker.
   *
   * @return a new one over the same database
   */
  public PermissionChecker permissions() {
    return new HibernatePermissionCheckerFactory().create(context);
  }

  /** Removes all tokens and what was counted of them; the tables must be there. */
  public void emptyTokens() {
    database.execute(
        "DELETE FROM latchkey_token",
        "DELETE FROM latchkey_event_counter",
        "DELETE FROM latchkey_removal");
  }

  /** Removes all that a directory holds; the tables must be there. */
  public void emptyDirectory() {
    database.execute(
        "DELETE FROM latchkey_membership",
        "DELETE FROM latchkey_user",
        "DELETE FROM latchkey_removed_user",
        "DELETE FROM latchkey_organization");
  }

  /** Kills the server, if it is not already. */
  public void interrupt() {
    if (!interrupted) {
      server.kill();
      interrupted = true;
      wasInterrupted = true;
    }
  }

  /** Starts the server again, if it was killed. */
  public void restore() {
    if (interrupted) {
      server.restart();
      interrupted = false;
    }
  }

  /** Ends an interruption, and leaves a pool that takes no broken connection for a good one. */
  public void settle() {
    if (!wasInterrupted) {
      return;
    }
    restore();
    wasInterrupted = false;
    long start = System.nanoTime();
    try (UserDirectory users = users()) {
      CheckResult result = users.check();
      while (!result.isOk() || System.nanoTime() - start < POOL_TRUST.toNanos()) {
        if (System.nanoTime() - start > PATIENCE.toNanos()) {
          throw new AssertionError("the providers are not well again: " + result);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
        result = users.check();
      }
    }
  }

  /**
   * Makes the directory what the fixture is.
   *
   * @param fixture the organizations, users and role grants
   */
  public void fill(DirectoryFixture fixture) {
    try (UserDirectory users = users()) {
      Path file = Files.createTempFile("latchkey-fixture-", ".json");
      try {
        Files.writeString(file, fixture.toJson());
        users.managed().orElseThrow().importFrom(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InvalidImportException e) {
      throw new AssertionError("the fixture could not be imported", e);
    }
  }

  /** Closes what the providers share, and ends the server. */
  @Override
  public void close() {
    context.close();
    server.close();
  }
}
