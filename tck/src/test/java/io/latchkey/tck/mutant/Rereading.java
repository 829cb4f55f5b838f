package io.latchkey.tck.mutant;

import io.latchkey.spi.token.ForwardingTokenStore;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import io.latchkey.spi.token.TokenStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A store of which every read gives back other tokens than were stored. */
class Rereading extends ForwardingTokenStore {

  private final UnaryOperator<StoredToken> change;

  Rereading(TokenStore store, UnaryOperator<StoredToken> change) {
    super(store);
    this.change = change;
  }

  @Override
  public Optional<StoredToken> findByDigest(TokenDigest digest) {
    return super.findByDigest(digest).map(change);
  }

  @Override
  public Optional<StoredToken> get(TokenOwner owner, long tokenId) {
    return super.get(owner, tokenId).map(change);
  }

  @Override
  public TokenPage list(TokenQuery query) {
    TokenPage page = super.list(query);
    return withTokens(page, page.tokens().stream().map(change).toList());
  }

  static TokenPage withTokens(TokenPage page, List<StoredToken> tokens) {
    return new TokenPage(tokens, page.total(), page.next());
  }

  static StoredToken withId(StoredToken token, long tokenId) {
    return new StoredToken(
        tokenId,
        token.owner(),
        token.sequence(),
        token.creationDate(),
        token.changeDate(),
        token.expirationDate(),
        token.scopes(),
        token.name());
  }

  static StoredToken withOwner(StoredToken token, TokenOwner owner) {
    return new StoredToken(
        token.tokenId(),
        owner,
        token.sequence(),
        token.creationDate(),
        token.changeDate(),
        token.expirationDate(),
        token.scopes(),
        token.name());
  }

  static StoredToken withSequence(StoredToken token, long sequence) {
    return new StoredToken(
        token.tokenId(),
        token.owner(),
        sequence,
        token.creationDate(),
        token.changeDate(),
        token.expirationDate(),
        token.scopes(),
        token.name());
  }

  static StoredToken withDates(
      StoredToken token, Instant creationDate, Instant changeDate, Instant expirationDate) {
    return new StoredToken(
        token.tokenId(),
        token.owner(),
        token.sequence(),
        creationDate,
        changeDate,
        expirationDate,
        token.scopes(),
        token.name());
  }

  static StoredToken withTexts(StoredToken token, List<String> scopes, Optional<String> name) {
    return new StoredToken(
        token.tokenId(),
        token.owner(),
        token.sequence(),
        token.creationDate(),
        token.changeDate(),
        token.expirationDate(),
        scopes,
        name);
  }
}
