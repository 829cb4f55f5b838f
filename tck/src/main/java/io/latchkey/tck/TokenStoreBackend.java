package io.latchkey.tck;

import io.latchkey.spi.token.TokenStore;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/** What a {@link TokenStore} under test works on. Starts without a token and without an event. */
public interface TokenStoreBackend extends Backend<TokenStore> {

  /** What a store may offer beyond what it must, and the kit then holds it to. */
  enum Feature {
    /** {@link TokenStore#lastUse()} is present. */
    LAST_USE,
    /** {@link TokenStore#recentRemovals()} is present. */
    RECENT_REMOVALS,
    /** {@link TokenStoreBackend#content()} shows what is kept. */
    CONTENT,
    /**
     * {@link #interrupt()} kills what keeps the data, as {@code kill -9} does, and what was
     * acknowledged before it is there after {@link #restore()}.
     */
    DURABLE
  }

  /**
   * What the store under test offers. What is named here must be there, and what is not named must
   * not.
   *
   * @return the features; empty for none
   */
  Set<Feature> features();

  /**
   * What the backend keeps, byte by byte: its files, or a dump of it. Asked for if {@link
   * Feature#CONTENT} is among the features, after everything was written.
   *
   * @return the bytes, in pieces of any size; none by default
   */
  default Stream<byte[]> content() {
    return Stream.empty();
  }

  /**
   * How long a call may take while the backend is interrupted, by the settings that the stores are
   * opened with. The kit waits no longer, and makes several calls at once.
   *
   * @return 10 s by default
   */
  default Duration timeLimit() {
    return Duration.ofSeconds(10);
  }
}
