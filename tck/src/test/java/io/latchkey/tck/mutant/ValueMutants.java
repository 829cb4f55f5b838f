package io.latchkey.tck.mutant;

import static io.latchkey.tck.mutant.TokenMutant.sharing;
import static io.latchkey.tck.mutant.TokenMutant.simple;

import io.latchkey.spi.token.ForwardingTokenStore;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOwner;
import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Stores that spoil values. */
final class ValueMutants {

  private ValueMutants() {}

  static List<TokenMutant> all() {
    return List.of(
        simple(
            "TS-17",
            "line breaks in a user id are normalized",
            "found by digest",
            right ->
                new Rereading(
                    right, token -> Rereading.withOwner(token, withUnixLines(token.owner())))),
        simple(
            "TS-18",
            "supplementary characters of a name become question marks",
            "found by digest",
            right ->
                new Rereading(
                    right,
                    token ->
                        Rereading.withTexts(
                            token,
                            token.scopes(),
                            token
                                .name()
                                .map(name -> name.replaceAll("[^\\x{0}-\\x{ffff}]", "?"))))),
        sharing(
            "TS-19",
            "removeAll compares user ids without accents",
            "removed from the other",
            () ->
                (right, backend) ->
                    new ForwardingTokenStore(right) {
                      @Override
                      public long removeAll(TokenOwner owner, Instant at) {
                        long removed = super.removeAll(owner, at);
                        List<TokenOwner> others =
                            backend
                                .creations()
                                .map(creation -> creation.token().owner())
                                .filter(other -> isTakenFor(owner, other))
                                .distinct()
                                .toList();
                        for (TokenOwner other : others) {
                          removed += super.removeAll(other, at);
                        }
                        return removed;
                      }
                    }),
        sharing(
            "TS-20",
            "get compares organization ids without case",
            "as the other",
            () ->
                (right, backend) ->
                    new ForwardingTokenStore(right) {
                      @Override
                      public Optional<StoredToken> get(TokenOwner owner, long tokenId) {
                        return super.get(owner, tokenId)
                            .or(
                                () ->
                                    LookupMutants.foreign(
                                        right, owner, tokenId, ValueMutants::isOfOrganization));
                      }
                    }),
        simple(
            "TS-21",
            "dates before the epoch lose their fraction of a second",
            "found by digest",
            right ->
                new Rereading(
                    right,
                    token ->
                        Rereading.withDates(
                            token,
                            spoilt(token.creationDate()),
                            spoilt(token.changeDate()),
                            spoilt(token.expirationDate())))),
        simple(
            "TS-22",
            "ids go through a floating point",
            "9007199254740992",
            right ->
                new Rereading(
                    right, token -> Rereading.withId(token, (long) (double) token.tokenId()))),
        simple(
            "TS-23",
            "scopes are a set",
            "found by digest",
            right ->
                new Rereading(
                    right,
                    token ->
                        Rereading.withTexts(
                            token, token.scopes().stream().distinct().toList(), token.name()))),
        simple(
            "TS-24",
            "digests of more than 32 bytes are not indexed",
            "found by digest",
            right ->
                new ForwardingTokenStore(right) {
                  @Override
                  public Optional<StoredToken> findByDigest(TokenDigest digest) {
                    Optional<StoredToken> found = super.findByDigest(digest);
                    return digest.value().length > 32 ? Optional.empty() : found;
                  }
                }));
  }

  private static TokenOwner withUnixLines(TokenOwner owner) {
    return new TokenOwner(owner.organizationId(), owner.userId().replace("\r\n", "\n"));
  }

  private static boolean isTakenFor(TokenOwner owner, TokenOwner other) {
    return !other.equals(owner)
        && other.organizationId().equals(owner.organizationId())
        && withoutAccents(other.userId()).equals(withoutAccents(owner.userId()));
  }

  private static String withoutAccents(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }

  private static boolean isOfOrganization(TokenOwner asking, TokenOwner owner) {
    return asking.userId().equals(owner.userId())
        && asking.organizationId().equalsIgnoreCase(owner.organizationId());
  }

  private static Instant spoilt(Instant date) {
    return date.isBefore(Instant.EPOCH) ? date.truncatedTo(ChronoUnit.SECONDS) : date;
  }
}
