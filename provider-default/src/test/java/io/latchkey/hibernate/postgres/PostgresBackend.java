package io.latchkey.hibernate.postgres;

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

/**
 * A server of its own with one database, and the providers over it. The server can be killed and
 * started again under them.
 */
public final class PostgresBackend implements AutoCloseable {

  private static final Duration POOL_TRUST = Duration.ofMillis(600);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final PostgresServer server = PostgresServer.start();
  private final PostgresDatabase database = server.createDatabase();
  private final TestContext context;
  private boolean interrupted;
  private boolean wasInterrupted;

  /**
   * Starts a server.
   *
   * @param keysAndValues keys of the provider beside those that say where the database is, each
   *     followed by its text
   */
  public PostgresBackend(String... keysAndValues) {
    context = newContext(database, keysAndValues);
  }

  /**
   * What a node of a host makes its providers with.
   *
   * @param database the database
   * @param keysAndValues further keys, each followed by its text
   * @return a context, which the caller closes
   */
  public static TestContext newContext(PostgresDatabase database, String... keysAndValues) {
    Map<String, String> config = new HashMap<>(database.config());
    for (int i = 0; i < keysAndValues.length; i += 2) {
      config.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return new TestContext(config, Path.of("no-file-is-kept"));
  }

  /**
   * Where the server is.
   *
   * @return the server
   */
  public PostgresServer server() {
    return server;
  }

  /**
   * Where everything is kept.
   *
   * @return the database
   */
  public PostgresDatabase database() {
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
    database.execute("TRUNCATE latchkey_token, latchkey_event_counter, latchkey_removal");
  }

  /** Removes all that a directory holds; the tables must be there. */
  public void emptyDirectory() {
    database.execute(
        "TRUNCATE latchkey_membership, latchkey_user, latchkey_removed_user, latchkey_organization");
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
