package io.latchkey.spi.token;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.internal.Require;
import java.util.List;
import java.util.Optional;

/**
 * What {@link TokenStore#list} is asked for.
 *
 * @param conditions all of them must hold; copied; none means every token of the store
 * @param order in which order
 * @param cursor where to go on: the {@link TokenPage#next()} of a page with the same conditions and
 *     order; absent for the start
 * @param offset how many tokens to pass over from there, 0 or more
 * @param limit how many tokens a page holds at the most, 1 to 1000
 */
public record TokenQuery(
    List<TokenCondition> conditions,
    TokenOrder order,
    Optional<String> cursor,
    long offset,
    int limit) {

  /** The largest {@code limit}. */
  public static final int MAX_LIMIT = 1000;

  /** Refuses components that are null or out of range. */
  public TokenQuery {
    conditions = List.copyOf(requireNonNull(conditions, "conditions"));
    requireNonNull(order, "order");
    requireNonNull(cursor, "cursor");
    Require.inRange(offset, 0, Long.MAX_VALUE, "offset");
    Require.inRange(limit, 1, MAX_LIMIT, "limit");
  }
}
