package io.latchkey.core;

import io.latchkey.core.cache.RevocationWatch;
import io.latchkey.core.config.StartupException;
import io.latchkey.core.directory.BootstrapUser;
import io.latchkey.core.directory.FirstStart;
import io.latchkey.core.directory.ImportFile;
import io.latchkey.core.provider.Providers;
import io.latchkey.core.service.ExpiredTokenSweep;
import io.latchkey.core.service.TokenMint;
import io.latchkey.core.token.TimeOrderedIds;
import io.latchkey.spi.CheckResult;
import io.latchkey.spi.directory.ManagedDirectory;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a host does before its first request and beside the others: it fills an empty directory,
 * imports the operator's file, learns what other nodes remove, and sweeps out expired tokens.
 */
final class Upkeep implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Latchkey.class.getName());

  private final CoreSettings settings;
  private final Providers providers;
  private final Remembering remembering;
  private final TokenMint mint;
  private final TimeOrderedIds ids;
  private final Clock clock;
  private @Nullable ImportFile importFile;
  private @Nullable ExpiredTokenSweep sweep;

  Upkeep(
      CoreSettings settings,
      Providers providers,
      Remembering remembering,
      TokenMint mint,
      TimeOrderedIds ids,
      Clock clock) {
    this.settings = settings;
    this.providers = providers;
    this.remembering = remembering;
    this.mint = mint;
    this.ids = ids;
    this.clock = clock;
  }

  /** Begins; a failure leaves what has begun to {@link #close}. */
  void start() {
    requireWell();
    requireImportable(settings, providers);
    Optional<ManagedDirectory> managed = providers.directory().managed();
    if (settings.bootstrapUser().isEmpty()) {
      managed.ifPresent(this::fill);
    }
    if (settings.importFile().isPresent()) {
      watch(settings.importFile().get(), managed.orElseThrow());
    }
    settings.bootstrapUser().ifPresent(this::provideBootstrapToken);
    remembering.watch().ifPresent(RevocationWatch::start);
    if (!settings.sweepInterval().isZero()) {
      sweep = new ExpiredTokenSweep(providers.store(), settings.sweepAfter(), clock);
      sweep.start(settings.sweepInterval());
    }
  }

  private void requireWell() {
    for (CheckResult result : providers.check().values()) {
      if (result.problem().isPresent()) {
        throw new StartupException(result.problem().get());
      }
    }
  }

  static void requireImportable(CoreSettings settings, Providers providers) {
    if (settings.importFile().isPresent() && providers.directory().managed().isEmpty()) {
      throw new StartupException(
          CoreSettings.DIRECTORY_IMPORT.name()
              + " is set, but the directory provider has no entries of its own to import");
    }
  }

  private void fill(ManagedDirectory directory) {
    new FirstStart(providers.store(), mint, ids, clock)
        .fill(directory, settings.dataDirectory())
        .ifPresent(
            file ->
                LOG.log(
                    Level.INFO,
                    "made the first user; its token, with the role IAM_OWNER, is in {0}",
                    file));
  }

  private void watch(Path file, ManagedDirectory directory) {
    importFile =
        new ImportFile(
            file,
            directory,
            remembering.providers().store(),
            remembering.directoryChanged(),
            clock);
    importFile.start(settings.importInterval());
  }

  private void provideBootstrapToken(String userId) {
    new BootstrapUser(providers.directory(), providers.store(), mint, clock)
        .provide(userId, settings.dataDirectory())
        .ifPresent(file -> LOG.log(Level.INFO, "the token of {0} is in {1}", userId, file));
  }

  /** Ends what has begun. */
  @Override
  public void close() {
    if (sweep != null) {
      sweep.close();
    }
    if (importFile != null) {
      importFile.close();
    }
    remembering.watch().ifPresent(RevocationWatch::close);
  }
}
