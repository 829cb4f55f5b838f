package io.latchkey.core.provider;

import static java.util.Objects.requireNonNull;

import io.latchkey.core.config.Settings;
import io.latchkey.spi.Provider;
import io.latchkey.spi.ProviderContext;
import io.latchkey.spi.ProviderFactory;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.token.TokenStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Makes the three providers that settings choose, or none of them. */
final class Making {

  private final Settings settings;
  private final Path dataDirectory;
  private final Clock clock;
  private final SharedObjects shared = new SharedObjects();
  private final List<Provider> made = new ArrayList<>();

  /** How messages call those that were made. */
  private final Map<ProviderKind, String> names = new EnumMap<>(ProviderKind.class);

  Making(Settings settings, Path dataDirectory, Clock clock) {
    this.settings = settings;
    this.dataDirectory = dataDirectory;
    this.clock = clock;
  }

  Providers make(
      Candidates<TokenStore, ?> stores,
      Candidates<UserDirectory, ?> directories,
      Candidates<PermissionChecker, ?> permissions) {
    try {
      return new Providers(make(stores), make(directories), make(permissions), names, made, shared);
    } catch (RuntimeException | Error e) {
      Closing.inReverse(made);
      shared.close();
      throw e;
    }
  }

  private <P extends Provider, F extends ProviderFactory<P>> P make(Candidates<P, F> candidates) {
    return candidates
        .given()
        .orElseGet(
            () ->
                make(
                    candidates,
                    candidates.choose(settings.all().find(candidates.kind().choice()))));
  }

  private <P extends Provider, F extends ProviderFactory<P>> P make(
      Candidates<P, F> candidates, Candidate<F> chosen) {
    ProviderSource source = chosen.source();
    String id = chosen.id();
    ProviderContext context =
        new ScopedContext(settings.scope(id), clock, dataDirectory, shared.scope(id));
    try {
      P provider =
          source.run(() -> requireNonNull(chosen.factory().create(context), "create() is null"));
      P guarded = source.guard(candidates.type(), provider);
      names.put(candidates.kind(), chosen.name());
      made.add(guarded);
      return guarded;
    } catch (Throwable e) {
      throw ProviderFailure.making(candidates.kind(), chosen, e);
    }
  }
}
