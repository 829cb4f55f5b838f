package io.latchkey.tck.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenCondition;
import io.latchkey.spi.token.TokenOrder;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Cuts lists into pages. A cursor is the place of a page's last token in the order, so that it
 * stays right when tokens come and go, and a seal that ties it to one store and query. Immutable.
 */
final class Pages {

  private static final String PLACE_FROM_SEAL = "~";

  private final String secret = UUID.randomUUID().toString();

  private record Placed(String place, StoredToken token) {}

  TokenPage page(List<StoredToken> tokens, TokenQuery query) {
    Optional<String> start = query.cursor().map(cursor -> placeOf(cursor, query));
    TokenOrder order = query.order();
    Comparator<String> direction =
        order.ascending() ? Comparator.naturalOrder() : Comparator.reverseOrder();
    List<Placed> matching =
        tokens.stream()
            .filter(token -> query.conditions().stream().allMatch(c -> c.holds(token)))
            .map(token -> new Placed(place(token, order.field()), token))
            .sorted(Comparator.comparing(Placed::place, direction))
            .toList();
    List<Placed> following =
        matching.stream()
            .filter(p -> start.isEmpty() || direction.compare(p.place(), start.get()) > 0)
            .skip(query.offset())
            .limit(query.limit() + 1L)
            .toList();
    List<Placed> shown = following.subList(0, Math.min(following.size(), query.limit()));
    Optional<String> next =
        following.size() > shown.size()
            ? Optional.of(cursor(shown.get(shown.size() - 1).place(), query))
            : Optional.empty();
    return new TokenPage(shown.stream().map(Placed::token).toList(), matching.size(), next);
  }

  /** A text that compares as the token does in the order, ties broken by the token id. */
  private static String place(StoredToken token, TokenOrder.Field field) {
    String value =
        switch (field) {
          case CREATION_DATE -> sortable(token.creationDate());
          case TOKEN_ID -> "";
          case USER_ID -> sortable(token.owner().userId());
          case ORGANIZATION_ID -> sortable(token.owner().organizationId());
          case EXPIRATION_DATE -> sortable(token.expirationDate());
        };
    // The slash comes before every digit: what is the start of another text comes before it.
    return value + "/" + padded(token.tokenId(), 19);
  }

  private static String sortable(Instant instant) {
    // Seconds are counted from the year 0 or so, to have no signs.
    return padded(instant.getEpochSecond() + 63_000_000_000L, 12) + padded(instant.getNano(), 9);
  }

  private static String padded(long number, int digits) {
    String text = Long.toString(number);
    return "0".repeat(digits - text.length()) + text;
  }

  private static String sortable(String id) {
    return id.codePoints().mapToObj(HexFormat.of()::toHexDigits).collect(Collectors.joining());
  }

  private String cursor(String place, TokenQuery query) {
    return place + PLACE_FROM_SEAL + seal(place, query);
  }

  private String placeOf(String cursor, TokenQuery query) {
    int end = cursor.indexOf(PLACE_FROM_SEAL);
    String place = cursor.substring(0, Math.max(end, 0));
    if (!cursor.equals(cursor(place, query))) {
      throw new IllegalArgumentException("cursor is not one of this store for this query");
    }
    return place;
  }

  private String seal(String place, TokenQuery query) {
    String sealed =
        String.join("|", secret, place, query.order().toString(), describe(query.conditions()));
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(sealed.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** One text for equal conditions only: lengths stand before texts that come from requests. */
  private static String describe(List<TokenCondition> conditions) {
    return conditions.stream()
        .map(
            condition -> {
              if (condition instanceof TokenCondition.AnyOf any) {
                return "any(" + describe(any.conditions()) + ")";
              }
              String text = condition.toString();
              return text.length() + ":" + text;
            })
        .collect(Collectors.joining(","));
  }
}
