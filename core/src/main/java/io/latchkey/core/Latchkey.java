package io.latchkey.core;

import static java.util.Objects.requireNonNull;

import io.latchkey.core.config.KnownKeys;
import io.latchkey.core.config.Settings;
import io.latchkey.core.config.StartupException;
import io.latchkey.core.provider.ProviderLookup;
import io.latchkey.core.provider.Providers;
import io.latchkey.core.service.TokenIssuer;
import io.latchkey.core.service.TokenMint;
import io.latchkey.core.service.TokenReader;
import io.latchkey.core.service.TokenRemover;
import io.latchkey.core.service.TokenVerifier;
import io.latchkey.core.token.TimeOrderedIds;
import io.latchkey.core.token.TokenDigester;
import io.latchkey.core.token.TokenFormat;
import io.latchkey.spi.CheckResult;
import io.latchkey.spi.ProviderUnavailableException;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a host needs to issue and verify personal access tokens.
 *
 * <pre>{@code
 * ProviderLookup lookup = ProviderLookup.in(classLoader);
 * Settings settings = Settings.of(Latchkey.keys(lookup)).withEnvironment(System.getenv());
 * try (Latchkey latchkey = Latchkey.start(lookup, settings, Clock.systemUTC())) {
 *   latchkey.verifier().verify(token);
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class Latchkey implements AutoCloseable {

  private final Providers providers;
  private final Remembering remembering;
  private final TokenIssuer issuer;
  private final TokenReader reader;
  private final TokenRemover remover;
  private final TokenVerifier verifier;
  private final TokenMint mint;
  private final TimeOrderedIds ids;
  private final Clock clock;

  /** Set before this object is handed out, if at all. */
  private volatile @Nullable Upkeep upkeep;

  /**
   * Puts the parts together, without I/O. The providers are asked at each request.
   *
   * @param providers the three providers
   * @param format what tokens look like
   * @param digester what is kept of them
   * @param clock the source of the time
   */
  public Latchkey(Providers providers, TokenFormat format, TokenDigester digester, Clock clock) {
    this(providers, format, digester, new TimeOrderedIds(clock), clock);
  }

  /**
   * The same for a host that makes one for each of its sessions, with numbers that all share.
   *
   * @param providers the three providers
   * @param format what tokens look like
   * @param digester what is kept of them
   * @param ids how tokens are numbered
   * @param clock the source of the time
   */
  public Latchkey(
      Providers providers,
      TokenFormat format,
      TokenDigester digester,
      TimeOrderedIds ids,
      Clock clock) {
    this(
        providers,
        Remembering.nothing(requireNonNull(providers, "providers")),
        format,
        digester,
        ids,
        clock);
  }

  /** The verifier asks the providers themselves: what is remembered must not be so twice. */
  private Latchkey(
      Providers providers,
      Remembering remembering,
      TokenFormat format,
      TokenDigester digester,
      TimeOrderedIds ids,
      Clock clock) {
    this.providers = providers;
    this.remembering = remembering;
    this.clock = requireNonNull(clock, "clock");
    this.ids = requireNonNull(ids, "ids");
    Providers recent = remembering.providers();
    this.mint = new TokenMint(recent.store(), format, digester, ids);
    this.issuer = new TokenIssuer(recent, mint, clock);
    this.reader = new TokenReader(recent);
    this.remover = new TokenRemover(recent, clock);
    this.verifier = new TokenVerifier(providers, format, digester, clock, remembering.verdicts());
  }

  /**
   * All keys that an operator may set, but for the host's own.
   *
   * @param lookup the providers that are there
   * @return the keys
   */
  public static KnownKeys keys(ProviderLookup lookup) {
    return new KnownKeys(CoreSettings.KEYS).and(lookup.keys());
  }

  /**
   * Makes the providers that settings choose, sees that they are well, fills an empty directory
   * with a first user, imports the operator's file, and sweeps out expired tokens from then on.
   *
   * @param lookup the providers that are there
   * @param settings what the operator has set
   * @param clock the source of the time
   * @return what a host needs, to be closed by the caller
   * @throws StartupException if the settings are wrong or a provider is not well; the message is
   *     one sentence for the operator
   */
  public static Latchkey start(ProviderLookup lookup, Settings settings, Clock clock) {
    CoreSettings core = CoreSettings.of(settings);
    Providers providers = lookup.open(settings, core.dataDirectory(), clock);
    Latchkey latchkey =
        new Latchkey(
            providers,
            Remembering.within(
                core.revocationBound(), core.cacheSize(), providers, System::nanoTime, clock),
            core.format(),
            core.digester(),
            new TimeOrderedIds(clock),
            clock);
    try {
      latchkey.keepUp(core);
      return latchkey;
    } catch (ProviderUnavailableException e) {
      latchkey.close();
      throw new StartupException(e);
    } catch (RuntimeException | Error e) {
      latchkey.close();
      throw e;
    }
  }

  /**
   * Makes the providers that settings choose, as {@link #start} does, asks each whether it is well,
   * and closes them again. No directory is filled; a provider may open its database by this for the
   * first time, and make it.
   *
   * @param lookup the providers that are there
   * @param settings what the operator has set
   * @param clock the source of the time
   * @return the answers by {@code store}, {@code directory}, {@code permissions}
   * @throws StartupException if the settings are wrong; the message is one sentence for the
   *     operator
   */
  public static Map<String, CheckResult> tryOut(
      ProviderLookup lookup, Settings settings, Clock clock) {
    CoreSettings core = CoreSettings.of(settings);
    try (Providers providers = lookup.open(settings, core.dataDirectory(), clock)) {
      Upkeep.requireImportable(core, providers);
      return providers.check();
    } catch (ProviderUnavailableException e) {
      throw new StartupException(e);
    }
  }

  private void keepUp(CoreSettings core) {
    Upkeep begun = new Upkeep(core, providers, remembering, mint, ids, clock);
    upkeep = begun;
    begun.start();
  }

  /**
   * Creates tokens.
   *
   * @return the issuer
   */
  public TokenIssuer issuer() {
    return issuer;
  }

  /**
   * Shows tokens.
   *
   * @return the reader
   */
  public TokenReader reader() {
    return reader;
  }

  /**
   * Removes tokens.
   *
   * @return the remover
   */
  public TokenRemover remover() {
    return remover;
  }

  /**
   * Tells whose token a given one is.
   *
   * @return the verifier
   */
  public TokenVerifier verifier() {
    return verifier;
  }

  /**
   * The source of the time.
   *
   * @return the clock of the host
   */
  public Clock clock() {
    return clock;
  }

  /**
   * Asks each provider whether it is well.
   *
   * @return the answers by {@code store}, {@code directory}, {@code permissions}
   */
  public Map<String, CheckResult> check() {
    return providers.check();
  }

  /**
   * Stops looking after the import file, sweeping, and looking for what other nodes remove, and
   * closes the providers, as {@link Providers#close()} does.
   */
  @Override
  public void close() {
    Upkeep begun = upkeep;
    if (begun != null) {
      begun.close();
    }
    providers.close();
  }
}
