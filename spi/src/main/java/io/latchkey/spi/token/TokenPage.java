package io.latchkey.spi.token;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.internal.Require;
import java.util.List;
import java.util.Optional;

/**
 * One page of {@link TokenStore#list}.
 *
 * @param tokens the tokens in order; copied
 * @param total how many tokens match the conditions in all, whatever the cursor, offset and limit;
 *     0 or more
 * @param next where the next page starts, in the store's own words; absent if nothing follows now
 */
public record TokenPage(List<StoredToken> tokens, long total, Optional<String> next) {

  /** Refuses components that are null or out of range. */
  public TokenPage {
    tokens = List.copyOf(requireNonNull(tokens, "tokens"));
    requireNonNull(next, "next");
    Require.inRange(total, 0, Long.MAX_VALUE, "total");
  }
}
