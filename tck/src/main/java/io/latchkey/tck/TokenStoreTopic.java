package io.latchkey.tck;

import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenCondition;
import io.latchkey.spi.token.TokenOrder;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import io.latchkey.spi.token.TokenStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What all topics of the {@link TokenStoreContract} have in common: a new store for each test. */
public abstract class TokenStoreTopic {

  static final TokenOrder BY_ID = new TokenOrder(TokenOrder.Field.TOKEN_ID, true);

  private OpenBackend<TokenStore, TokenStoreBackend> opened;

  /** The store that the test is about. */
  TokenStore store;

  /** For the topics of this package. */
  TokenStoreTopic() {}

  /** Opens the store. */
  @BeforeEach
  public final void openStore(TokenStoreContract contract) {
    opened = new OpenBackend<>(contract.createBackend());
    store = opened.open();
  }

  /** Closes the stores that the test has not closed itself. */
  @AfterEach
  public final void closeStore() {
    opened.close();
  }

  /** A further store over the same backend, as another node of the host has it. */
  final TokenStore anotherStore() {
    return opened.open();
  }

  /** Closes a store for good: it is not closed again after the test. */
  final void close(TokenStore provider) {
    opened.close(provider);
  }

  final TokenStoreBackend backend() {
    return opened.backend();
  }

  final StoredToken created(NewToken token) {
    return createdBy(store, token);
  }

  /**
   * Creates a token that must be new.
   *
   * @return what every read must answer from now on; only the sequence is taken from the answer
   */
  static StoredToken createdBy(TokenStore store, NewToken token) {
    CreateResult result = store.create(token);
    if (result instanceof CreateResult.Created created) {
      return StoredToken.created(token, created.token().sequence());
    }
    throw new AssertionError(
        "create answered Duplicate for a token with a new id and digest: " + token);
  }

  /** The number of the event by which a token that must be new is created. */
  final long sequenceOf(NewToken token) {
    return created(token).sequence();
  }

  final void createAll(List<NewToken> tokens) {
    tokens.forEach(this::created);
  }

  /** What is listed under all conditions, oldest id first. */
  final List<StoredToken> listed(TokenCondition... conditions) {
    return listedBy(store, conditions);
  }

  static List<StoredToken> listedBy(TokenStore store, TokenCondition... conditions) {
    return store.list(query(List.of(conditions), BY_ID, 0, TokenQuery.MAX_LIMIT)).tokens();
  }

  /** All tokens of a list, by the cursors of its pages. */
  final List<StoredToken> walked(List<TokenCondition> conditions, TokenOrder order, int limit) {
    List<StoredToken> tokens = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      TokenPage page = store.list(new TokenQuery(conditions, order, cursor, 0, limit));
      tokens.addAll(page.tokens());
      cursor = page.next();
    } while (cursor.isPresent());
    return tokens;
  }

  static TokenQuery query(
      List<TokenCondition> conditions, TokenOrder order, long offset, int limit) {
    return new TokenQuery(conditions, order, Optional.empty(), offset, limit);
  }
}
