package io.latchkey.tck.mutant;

import static io.latchkey.tck.mutant.TokenMutant.sharing;
import static io.latchkey.tck.mutant.TokenMutant.simple;

import io.latchkey.spi.token.ForwardingTokenStore;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenCondition.Comparison;
import io.latchkey.spi.token.TokenCondition.Expires;
import io.latchkey.spi.token.TokenCondition.OrganizationIs;
import io.latchkey.spi.token.TokenCondition.UserIs;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenStore;
import java.time.Instant;
import java.util.List;
import java.util.function.BinaryOperator;

/** Stores that sweep wrongly. */
final class ExpiryMutants {

  private ExpiryMutants() {}

  static List<TokenMutant> all() {
    return List.of(
        simple(
            "TS-36",
            "what expires at the instant is swept too",
            "number of removed tokens",
            right ->
                new ForwardingTokenStore(right) {
                  @Override
                  public int removeExpired(Instant before, int limit) {
                    return super.removeExpired(
                        before == null ? null : before.plusNanos(1_000), limit);
                  }
                }),
        simple(
            "TS-37",
            "a sweep ends with the first organization",
            "number of removed tokens",
            right ->
                new ForwardingTokenStore(right) {
                  @Override
                  public int removeExpired(Instant before, int limit) {
                    return super.removeExpired(
                        before, before == null ? limit : ofFirst(right, before, limit));
                  }
                }),
        sharing(
            "TS-38",
            "what is swept is counted for users who keep other tokens",
            "sequence of the next token of the owner",
            () -> {
              Recounting.Counts counts = new Recounting.Counts();
              return (right, backend) ->
                  new Recounting(right, counts) {
                    @Override
                    public int removeExpired(Instant before, int limit) {
                      int removed = super.removeExpired(before, limit);
                      if (removed > 0) {
                        backend
                            .creations()
                            .map(creation -> creation.token().owner())
                            .distinct()
                            .filter(owner -> hasTokens(right, owner))
                            .forEach(owner -> count(owner, 1));
                      }
                      return removed;
                    }
                  };
            }),
        limiting(
            "TS-39",
            "the limit of a sweep is ignored",
            "first sweep of two",
            (limit, all) -> limit < 1 ? limit : all),
        limiting(
            "TS-40",
            "a sweep takes four tokens at the most",
            "sweep of as many as the limit",
            (limit, all) -> Math.min(limit, 4)));
  }

  private static int ofFirst(TokenStore right, Instant before, int limit) {
    List<StoredToken> expired = MutantBackend.listed(right, new Expires(Comparison.BEFORE, before));
    int count = 0;
    while (count < expired.size() && sameOrganization(expired.get(0), expired.get(count))) {
      count++;
    }
    return count == 0 ? limit : Math.min(limit, count);
  }

  private static boolean sameOrganization(StoredToken one, StoredToken other) {
    return one.owner().organizationId().equals(other.owner().organizationId());
  }

  private static boolean hasTokens(TokenStore right, TokenOwner owner) {
    return !MutantBackend.listed(
            right, new UserIs(owner.userId()), new OrganizationIs(owner.organizationId()))
        .isEmpty();
  }

  private static TokenMutant limiting(
      String rule, String wrong, String seen, BinaryOperator<Integer> limits) {
    return simple(
        rule,
        wrong,
        seen,
        right ->
            new ForwardingTokenStore(right) {
              @Override
              public int removeExpired(Instant before, int limit) {
                return super.removeExpired(before, limits.apply(limit, Integer.MAX_VALUE));
              }
            });
  }
}
