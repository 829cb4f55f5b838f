package io.latchkey.tck.mutant;

import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.ForwardingTokenStore;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenCondition;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOrder;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenQuery;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.TokenStoreBackend;
import io.latchkey.tck.memory.InMemoryTokenStoreBackend;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Tokens in memory behind stores that are wrong, and a record of who created what. */
class MutantBackend implements TokenStoreBackend {

  /** In which way stores are wrong. */
  @FunctionalInterface
  interface Wrong {
    /** Makes a wrong store over a right one, which is another one at each call. */
    TokenStore open(TokenStore right, MutantBackend backend);
  }

  /** The latest creation of a token. */
  record Creation(NewToken token, Thread thread, TokenStore by) {}

  private final InMemoryTokenStoreBackend memory = new InMemoryTokenStoreBackend();
  private final Map<Long, Creation> creations = new ConcurrentHashMap<>();
  private final Map<TokenDigest, Creation> creationsByDigest = new ConcurrentHashMap<>();
  private final Wrong wrong;
  private volatile boolean wasAway;

  MutantBackend(Wrong wrong) {
    this.wrong = wrong;
  }

  /** Who created the token with this id, be it removed or not. */
  Optional<Creation> creation(long tokenId) {
    return Optional.ofNullable(creations.get(tokenId));
  }

  Optional<Creation> creation(TokenDigest digest) {
    return Optional.ofNullable(creationsByDigest.get(digest));
  }

  Stream<Creation> creations() {
    return creations.values().stream();
  }

  boolean knows(TokenOwner owner) {
    return creations().anyMatch(creation -> creation.token().owner().equals(owner));
  }

  boolean wasAway() {
    return wasAway;
  }

  /** What a right store lists, by id. */
  static List<StoredToken> listed(TokenStore right, TokenCondition... conditions) {
    TokenOrder byId = new TokenOrder(TokenOrder.Field.TOKEN_ID, true);
    return right
        .list(new TokenQuery(List.of(conditions), byId, Optional.empty(), 0, TokenQuery.MAX_LIMIT))
        .tokens();
  }

  @Override
  public TokenStore open() {
    return wrong.open(new Recording(memory.open()), this);
  }

  private final class Recording extends ForwardingTokenStore {

    Recording(TokenStore store) {
      super(store);
    }

    @Override
    public CreateResult create(NewToken token) {
      CreateResult result = super.create(token);
      if (result instanceof CreateResult.Created) {
        Creation creation = new Creation(token, Thread.currentThread(), this);
        creations.put(token.tokenId(), creation);
        creationsByDigest.put(token.digest(), creation);
      }
      return result;
    }
  }

  @Override
  public void interrupt() {
    wasAway = true;
    memory.interrupt();
  }

  @Override
  public void restore() {
    memory.restore();
  }

  @Override
  public Set<Feature> features() {
    return memory.features();
  }

  @Override
  public Stream<byte[]> content() {
    return memory.content();
  }

  @Override
  public Duration timeLimit() {
    return memory.timeLimit();
  }

  @Override
  public void close() {
    memory.close();
  }
}
