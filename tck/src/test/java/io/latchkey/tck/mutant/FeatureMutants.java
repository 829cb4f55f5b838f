package io.latchkey.tck.mutant;

import static io.latchkey.tck.mutant.TokenMutant.over;
import static io.latchkey.tck.mutant.TokenMutant.simple;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.spi.token.ForwardingTokenStore;
import io.latchkey.spi.token.LastUseRecorder;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenStore;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Stores that claim the wrong features, keep last uses wrongly, or show what they must not. */
final class FeatureMutants {

  /** The token in clear of the contract: no store can know it but one that is made for it. */
  private static final String CLEAR_TOKEN =
      "lkpat_3fTq9XbWm2LcVz7RkPdY5sHnJg8AeU4oQiC6xTvB1wEr0QkZt";

  private FeatureMutants() {}

  static List<TokenMutant> all() {
    return List.of(
        over(
            "TS-89",
            "there are changes that the backend does not name",
            "recentRemovals() is present",
            () ->
                new MutantBackend((right, backend) -> right) {
                  @Override
                  public Set<Feature> features() {
                    Set<Feature> named = EnumSet.copyOf(super.features());
                    named.remove(Feature.RECENT_REMOVALS);
                    return named;
                  }
                }),
        recording(
            "TS-90",
            "the last record wins",
            "last use after an earlier one came late",
            right ->
                new ForwardingRecorder(right) {
                  @Override
                  public Optional<Instant> of(long tokenId) {
                    return super.of(tokenId).map(latest -> recorded.get(tokenId));
                  }
                }),
        recording(
            "TS-91",
            "a use of an unknown token waits for it",
            "use that was recorded before the token came",
            right ->
                new ForwardingRecorder(right) {
                  @Override
                  public void record(long tokenId, Instant at) {
                    super.record(tokenId, at);
                    if (super.of(tokenId).isPresent()) {
                      recorded.remove(tokenId);
                    }
                  }

                  @Override
                  public Optional<Instant> of(long tokenId) {
                    return super.of(tokenId).or(() -> Optional.ofNullable(recorded.get(tokenId)));
                  }
                }),
        recording(
            "TS-92",
            "the last use outlives the token",
            "last use of a removed token",
            right ->
                new ForwardingRecorder(right) {
                  @Override
                  public Optional<Instant> of(long tokenId) {
                    Optional<Instant> use = super.of(tokenId);
                    use.ifPresent(at -> found.put(tokenId, at));
                    return Optional.ofNullable(found.get(tokenId));
                  }
                }),
        simple(
            "TS-93",
            "a use is the last change of the token",
            "the token after a use",
            right ->
                new ForwardingTokenStore(right) {
                  @Override
                  public Optional<StoredToken> get(TokenOwner owner, long tokenId) {
                    return super.get(owner, tokenId).map(token -> used(right, token));
                  }
                }),
        over(
            "TS-101",
            "the backend holds the token in clear",
            "charsets in which a token in clear is found",
            () ->
                new MutantBackend((right, backend) -> right) {
                  @Override
                  public Stream<byte[]> content() {
                    return Stream.concat(
                        super.content(), Stream.of(("log: " + CLEAR_TOKEN).getBytes(UTF_8)));
                  }
                }),
        over(
            "TS-101",
            "what the backend shows is something else",
            "charsets in which the token's name is found",
            () ->
                new MutantBackend((right, backend) -> right) {
                  @Override
                  public Stream<byte[]> content() {
                    return super.content().map(bytes -> new byte[bytes.length]);
                  }
                }));
  }

  private static StoredToken used(TokenStore right, StoredToken token) {
    return right
        .lastUse()
        .orElseThrow()
        .of(token.tokenId())
        .map(use -> Rereading.withDates(token, token.creationDate(), use, token.expirationDate()))
        .orElse(token);
  }

  private static TokenMutant recording(
      String rule, String wrong, String seen, Function<LastUseRecorder, LastUseRecorder> wrongly) {
    return simple(
        rule,
        wrong,
        seen,
        right -> {
          Optional<LastUseRecorder> uses = right.lastUse().map(wrongly);
          return new ForwardingTokenStore(right) {
            @Override
            public Optional<LastUseRecorder> lastUse() {
              return uses;
            }
          };
        });
  }

  /** Remembers what was recorded last, beside the right recorder. */
  private static class ForwardingRecorder implements LastUseRecorder {

    final Map<Long, Instant> recorded = new ConcurrentHashMap<>();
    final Map<Long, Instant> found = new ConcurrentHashMap<>();
    private final LastUseRecorder right;

    ForwardingRecorder(LastUseRecorder right) {
      this.right = right;
    }

    @Override
    public void record(long tokenId, Instant at) {
      right.record(tokenId, at);
      recorded.put(tokenId, at);
    }

    @Override
    public Optional<Instant> of(long tokenId) {
      return right.of(tokenId);
    }
  }
}
