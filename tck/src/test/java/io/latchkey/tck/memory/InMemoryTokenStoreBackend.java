package io.latchkey.tck.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.token.TokenOrder;
import io.latchkey.spi.token.TokenQuery;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.TokenStoreBackend;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tokens in memory, as a backend of all stores that are opened. It names every feature, so that
 * every rule is tried: what "survives" here does so because only the stores are interrupted.
 */
public final class InMemoryTokenStoreBackend implements TokenStoreBackend {

  private final InMemoryTokenStore first = new InMemoryTokenStore();

  public InMemoryTokenStoreBackend() {}

  @Override
  public TokenStore open() {
    return first.another();
  }

  @Override
  public void interrupt() {
    first.fail(Effect.NONE);
  }

  @Override
  public void restore() {
    first.recover();
  }

  @Override
  public Set<Feature> features() {
    return EnumSet.allOf(Feature.class);
  }

  @Override
  public Stream<byte[]> content() {
    TokenQuery all =
        new TokenQuery(
            List.of(), TokenOrder.NEWEST_FIRST, Optional.empty(), 0, TokenQuery.MAX_LIMIT);
    return first.list(all).tokens().stream().map(token -> token.toString().getBytes(UTF_8));
  }

  @Override
  public Duration timeLimit() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void close() {}
}
