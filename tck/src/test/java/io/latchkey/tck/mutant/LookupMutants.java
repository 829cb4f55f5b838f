package io.latchkey.tck.mutant;

import static io.latchkey.tck.mutant.TokenMutant.sharing;

import io.latchkey.spi.token.ForwardingTokenStore;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenCondition;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import io.latchkey.spi.token.TokenStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Stores that find wrongly. */
final class LookupMutants {

  private LookupMutants() {}

  static List<TokenMutant> all() {
    return List.of(
        finding(
            "TS-11",
            "digests are compared by their first 31 bytes",
            "last byte",
            (asked, there) ->
                asked.algorithm().equals(there.algorithm())
                    && asked.keyId().equals(there.keyId())
                    && Arrays.equals(start(asked), start(there))),
        finding(
            "TS-12",
            "the algorithm of a digest is compared without case",
            "the algorithm in upper case",
            (asked, there) ->
                asked.algorithm().equalsIgnoreCase(there.algorithm())
                    && asked.keyId().equals(there.keyId())
                    && Arrays.equals(asked.value(), there.value())),
        sharing(
            "TS-13",
            "ids are compared in 32 bits",
            "beyond 32",
            () ->
                (right, backend) ->
                    new ForwardingTokenStore(right) {
                      @Override
                      public Optional<StoredToken> get(TokenOwner owner, long tokenId) {
                        Optional<StoredToken> found = super.get(owner, tokenId);
                        long low = tokenId & 0xffff_ffffL;
                        return found.isEmpty() && low > 0 ? super.get(owner, low) : found;
                      }
                    }),
        getting(
            "TS-14",
            "who has no token yet gets those of others of the organization",
            "a token of another user",
            (asking, owner) -> asking.organizationId().equals(owner.organizationId())),
        getting(
            "TS-15",
            "who has no token yet gets those of the same user id",
            "a token of another organization",
            (asking, owner) -> asking.userId().equals(owner.userId())),
        TokenMutant.simple(
            "TS-16",
            "what expired centuries before its creation is not listed",
            "[list]",
            right ->
                new ForwardingTokenStore(right) {
                  @Override
                  public TokenPage list(TokenQuery query) {
                    TokenPage page = super.list(query);
                    return Rereading.withTokens(
                        page,
                        page.tokens().stream()
                            .filter(token -> !expiredLongBeforeCreation(token))
                            .toList());
                  }
                }));
  }

  private static byte[] start(TokenDigest digest) {
    return Arrays.copyOf(digest.value(), 31);
  }

  private static boolean expiredLongBeforeCreation(StoredToken token) {
    return token.expirationDate().isBefore(token.creationDate().minus(Duration.ofDays(100 * 365)));
  }

  /** Finds what is alike, if it does not find what is asked for. */
  private static TokenMutant finding(
      String rule, String wrong, String seen, BiPredicate<TokenDigest, TokenDigest> alike) {
    return sharing(
        rule,
        wrong,
        seen,
        () ->
            (right, backend) ->
                new ForwardingTokenStore(right) {
                  @Override
                  public Optional<StoredToken> findByDigest(TokenDigest digest) {
                    return super.findByDigest(digest)
                        .or(
                            () ->
                                backend
                                    .creations()
                                    .map(MutantBackend.Creation::token)
                                    .map(NewToken::digest)
                                    .filter(there -> alike.test(digest, there))
                                    .findAny()
                                    .flatMap(super::findByDigest));
                  }
                });
  }

  /** Gets a stranger what belongs to others. */
  private static TokenMutant getting(
      String rule, String wrong, String seen, BiPredicate<TokenOwner, TokenOwner> alike) {
    return sharing(
        rule,
        wrong,
        seen,
        () ->
            (right, backend) ->
                new ForwardingTokenStore(right) {
                  @Override
                  public Optional<StoredToken> get(TokenOwner owner, long tokenId) {
                    Optional<StoredToken> found = super.get(owner, tokenId);
                    return found.isEmpty() && !backend.knows(owner)
                        ? foreign(right, owner, tokenId, alike)
                        : found;
                  }
                });
  }

  static Optional<StoredToken> foreign(
      TokenStore right,
      TokenOwner asking,
      long tokenId,
      BiPredicate<TokenOwner, TokenOwner> alike) {
    return MutantBackend.listed(right, new TokenCondition.IdIs(tokenId)).stream()
        .filter(token -> alike.test(asking, token.owner()))
        .findAny();
  }
}
