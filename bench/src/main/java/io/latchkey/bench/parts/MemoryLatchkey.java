package io.latchkey.bench.parts;

import io.latchkey.core.Latchkey;
import io.latchkey.core.config.KnownKeys;
import io.latchkey.core.config.Settings;
import io.latchkey.core.provider.ProviderLookup;
import io.latchkey.core.token.ClearToken;
import io.latchkey.core.token.TokenDigester;
import io.latchkey.core.token.TokenFormat;
import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.memory.InMemoryPermissionChecker;
import io.latchkey.tck.memory.InMemoryTokenStore;
import io.latchkey.tck.memory.InMemoryUserDirectory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Latchkey on providers in memory, with some tokens of one user, as a host starts it. */
final class MemoryLatchkey implements AutoCloseable {

  private static final int TOKENS = 10_000;
  private static final Instant CREATION = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant EXPIRATION = Instant.parse("9999-12-31T23:59:59Z");
  private static final TokenOwner OWNER = new TokenOwner("acme", "ci");

  private final InMemoryTokenStore store = new InMemoryTokenStore();
  private final TokenFormat format = new TokenFormat(TokenFormat.DEFAULT_PREFIX);
  private final TokenDigester digester = TokenDigester.plain();
  private final String[] tokens = new String[TOKENS];
  private final Latchkey latchkey;

  /** Only the settings that are known count: not every version of the core has each. */
  MemoryLatchkey(Map<String, String> wished) {
    InMemoryUserDirectory directory = new InMemoryUserDirectory();
    directory.put(new Organization(OWNER.organizationId(), "Acme"));
    directory.put(
        new User(OWNER.userId(), OWNER.organizationId(), UserKind.MACHINE, UserState.ACTIVE, "ci"));
    for (int i = 0; i < TOKENS; i++) {
      tokens[i] = create(i + 1);
    }
    ProviderLookup lookup =
        ProviderLookup.in(MemoryLatchkey.class.getClassLoader())
            .with(store)
            .with(directory)
            .with(new InMemoryPermissionChecker());
    KnownKeys keys = Latchkey.keys(lookup);
    latchkey = Latchkey.start(lookup, settings(keys, wished), Clock.systemUTC());
  }

  private static Settings settings(KnownKeys keys, Map<String, String> wished) {
    Settings settings = Settings.of(keys);
    for (Map.Entry<String, String> wish : wished.entrySet()) {
      if (keys.all().stream().anyMatch(key -> key.name().equals(wish.getKey()))) {
        settings = settings.with(Map.of(wish.getKey(), wish.getValue()), " of a benchmark");
      }
    }
    return settings;
  }

  private String create(long tokenId) {
    ClearToken token = format.generate();
    store.create(
        new NewToken(
            tokenId,
            OWNER,
            digester.digest(token),
            CREATION,
            EXPIRATION,
            List.of("openid", "profile"),
            Optional.empty()));
    return token.reveal();
  }

  Latchkey latchkey() {
    return latchkey;
  }

  TokenStore store() {
    return store;
  }

  /** One of the tokens, as a client sends it. */
  String token(int index) {
    return tokens[index];
  }

  /** What is kept of it. */
  TokenDigest digest(int index) {
    return digester.digest(format.parse(tokens[index]).orElseThrow());
  }

  @Override
  public void close() {
    latchkey.close();
  }
}
