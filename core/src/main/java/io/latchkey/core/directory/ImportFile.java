package io.latchkey.core.directory;

import io.latchkey.core.background.DaemonThread;
import io.latchkey.core.config.StartupException;
import io.latchkey.spi.directory.ManagedDirectory;
import io.latchkey.spi.directory.ManagedDirectory.ImportReport;
import io.latchkey.spi.directory.ManagedDirectory.InvalidImportException;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenStore;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a directory in agreement with the operator's import file, at start-up and whenever the file
 * changes, and removes the tokens of users that are removed by it.
 *
 * <p>The tokens of removed users go before the next import, also after a restart: who is named
 * again later must not find the tokens of an earlier life.
 *
 * <p>What goes wrong while the host runs changes nothing, is reported in the log once, and is tried
 * again: a wrong file when it has changed, everything else at the next look.
 */
public final class ImportFile implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(ImportFile.class.getName());

  private final Path file;
  private final ManagedDirectory directory;
  private final TokenStore store;
  private final Runnable imported;
  private final Clock clock;
  private final DaemonThread watcher = new DaemonThread("latchkey-import");

  /**
   * What the file looked like when it was last taken or found wrong; touched by one thread at a
   * time.
   */
  private Version seen = Version.NONE;

  /** What was last reported; touched by one thread at a time. */
  private String reported = "";

  /**
   * Creates it; nothing is imported yet.
   *
   * @param file the file
   * @param directory what to fill
   * @param store where tokens of removed users are removed
   * @param imported what is to be done after an import, whether it has gone well or not
   * @param clock the source of the time
   */
  public ImportFile(
      Path file, ManagedDirectory directory, TokenStore store, Runnable imported, Clock clock) {
    this.file = file;
    this.directory = directory;
    this.store = store;
    this.imported = imported;
    this.clock = clock;
  }

  /**
   * Imports the file, and then looks after it.
   *
   * @param interval how often to look whether the file has changed; zero for never
   * @throws StartupException if the file is wrong
   * @throws io.latchkey.spi.ProviderUnavailableException if a provider could not tell
   */
  public void start(Duration interval) {
    try {
      importIfChanged();
    } catch (InvalidImportException e) {
      throw new StartupException(e);
    } catch (IOException e) {
      throw new StartupException("the import file " + file + " cannot be read", e);
    }
    if (!interval.isZero()) {
      watcher.repeat(interval, this::look);
    }
  }

  /** Lets an import that is under way come to its end, within a limit. */
  @Override
  public void close() {
    watcher.close();
  }

  @SuppressWarnings("CatchingUnchecked") // a task that throws is never run again
  private void look() {
    try {
      importIfChanged();
      reported = "";
    } catch (InvalidImportException e) {
      report("the import file is wrong, and the directory stays as it was: " + e.getMessage());
    } catch (IOException e) {
      report("the import file " + file + " cannot be read, and the directory stays as it was");
    } catch (Throwable e) {
      report("the import file " + file + " will be tried again: " + e.getMessage());
      LOG.log(Level.DEBUG, "the import failed", e);
    }
  }

  private void report(String problem) {
    if (!problem.equals(reported)) {
      LOG.log(Level.ERROR, problem);
      reported = problem;
    }
  }

  /**
   * The version is taken before the file is read: one that is written meanwhile is read again at
   * the next look.
   */
  private void importIfChanged() throws InvalidImportException, IOException {
    removeTokensOfRemovedUsers();
    Version version = Version.of(file);
    if (version.equals(seen)) {
      return;
    }
    try {
      ImportReport report = directory.importFrom(file);
      seen = version;
      LOG.log(
          Level.INFO,
          "imported {0} organizations, {1} users and {2} memberships from {3}; removed {4} users",
          report.organizations(),
          report.users(),
          report.memberships(),
          file,
          report.removed());
    } catch (InvalidImportException e) {
      seen = version;
      throw e;
    } finally {
      imported.run();
    }
    removeTokensOfRemovedUsers();
  }

  private void removeTokensOfRemovedUsers() {
    for (User user : directory.removedUsers()) {
      long tokens =
          store.removeAll(
              new TokenOwner(user.organizationId(), user.userId()),
              clock.instant().truncatedTo(ChronoUnit.MICROS));
      directory.forget(user);
      LOG.log(Level.INFO, "removed {0} tokens of the removed user {1}", tokens, user.userId());
    }
  }

  /** Enough to tell one version of the file from another without reading it. */
  private record Version(long modified, long size, String fileKey) {

    private static final Version NONE = new Version(0, -1, "");

    static Version of(Path file) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Version(
          attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
          attributes.size(),
          String.valueOf(attributes.fileKey()));
    }
  }
}
