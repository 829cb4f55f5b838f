package io.latchkey.core.directory;

import io.latchkey.core.config.StartupException;
import io.latchkey.spi.ProviderUnavailableException;
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
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a directory in agreement with the operator's import file, at start-up and whenever the file
 * changes, and removes the tokens of users that are removed by it.
 *
 * <p>A file that becomes wrong while the host runs changes nothing and is reported in the log, once
 * for each version of the file.
 */
public final class ImportFile implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(ImportFile.class.getName());

  private final Path file;
  private final ManagedDirectory directory;
  private final TokenStore store;
  private final Clock clock;
  private final ScheduledExecutorService watcher;

  /** What the file looked like when it was last looked at; touched by one thread at a time. */
  private @Nullable Version seen;

  /** Whose tokens are still to be removed; touched by one thread at a time. */
  private final Queue<TokenOwner> orphans = new ArrayDeque<>();

  /**
   * Creates it; nothing is imported yet.
   *
   * @param file the file
   * @param directory what to fill
   * @param store where tokens of removed users are removed
   * @param clock the source of the time
   */
  public ImportFile(Path file, ManagedDirectory directory, TokenStore store, Clock clock) {
    this.file = file;
    this.directory = directory;
    this.store = store;
    this.clock = clock;
    this.watcher =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "latchkey-import");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Imports the file, and then looks after it.
   *
   * @param interval how often to look whether the file has changed; zero for never
   * @throws StartupException if the file is wrong
   */
  public void start(Duration interval) {
    try {
      seen = version();
      importNow();
    } catch (InvalidImportException e) {
      throw new StartupException(e);
    } catch (IOException e) {
      throw new StartupException("the import file " + file + " cannot be read", e);
    }
    if (!interval.isZero()) {
      var unused = // look() lets nothing through that would end up in the future
          watcher.scheduleWithFixedDelay(
              this::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    watcher.shutdownNow();
  }

  private void look() {
    try {
      Version now = version();
      if (!now.equals(seen)) {
        importNow();
        seen = now;
      }
      removeOrphans();
    } catch (InvalidImportException | IOException e) {
      reportOnce("the import file was changed and is wrong; the directory stays as it was: " + e);
    } catch (ProviderUnavailableException e) {
      LOG.log(Level.WARNING, "the import file was changed and will be tried again", e);
    } catch (RuntimeException e) {
      // A task that throws is never run again.
      LOG.log(Level.ERROR, "the import file " + file + " could not be imported", e);
    }
  }

  private void reportOnce(String problem) {
    Version now = versionOrNone();
    if (!now.equals(seen)) {
      LOG.log(Level.ERROR, problem);
      seen = now;
    }
  }

  private void importNow() throws InvalidImportException {
    ImportReport report = directory.importFrom(file);
    for (User user : report.removed()) {
      orphans.add(new TokenOwner(user.organizationId(), user.userId()));
    }
    LOG.log(
        Level.INFO,
        "imported {0} organizations, {1} users and {2} memberships from {3}; removed {4} users",
        report.organizations(),
        report.users(),
        report.memberships(),
        file,
        report.removed().size());
    removeOrphans();
  }

  /**
   * Removes the tokens of users that are gone; whoever could not be dealt with stays for the next
   * look.
   */
  private void removeOrphans() {
    for (TokenOwner owner = orphans.peek(); owner != null; owner = orphans.peek()) {
      long tokens = store.removeAll(owner, clock.instant().truncatedTo(ChronoUnit.MICROS));
      LOG.log(Level.INFO, "removed {0} tokens of the removed user {1}", tokens, owner.userId());
      orphans.remove();
    }
  }

  private Version version() throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new Version(
        attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
        attributes.size(),
        String.valueOf(attributes.fileKey()));
  }

  private Version versionOrNone() {
    try {
      return version();
    } catch (IOException e) {
      return new Version(0, -1, "none");
    }
  }

  /** Enough to tell one version of the file from another without reading it. */
  private record Version(long modified, long size, String fileKey) {}
}
