package io.latchkey.spi.token;

import java.time.Instant;
import java.util.Optional;

/**
 * The record of when tokens were last used: an optional feature of a {@link TokenStore}.
 *
 * <p>Every method throws {@link io.latchkey.spi.ProviderUnavailableException} when it could not
 * tell [TS-84].
 *
 * <p>Thread-safe.
 */
public interface LastUseRecorder {

  /**
   * Records a use. The latest instant wins, in whatever order the calls come [TS-90]. A use of a
   * token that is not there is forgotten [TS-91]. No event is counted, and the token stays as it is
   * [TS-93]; after the death of the process the last uses may be lost.
   *
   * @param tokenId the id of the token
   * @param at when it was used, in whole microseconds
   */
  void record(long tokenId, Instant at);

  /**
   * When a token was last used.
   *
   * @param tokenId the id of the token
   * @return the latest use; absent if it was never used [TS-90] or is not there [TS-92]
   */
  Optional<Instant> of(long tokenId);
}
