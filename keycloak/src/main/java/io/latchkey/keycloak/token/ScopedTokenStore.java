package io.latchkey.keycloak.token;

import io.latchkey.spi.token.ForwardingTokenStore;
import io.latchkey.spi.token.TokenCondition;
import io.latchkey.spi.token.TokenCondition.AnyOf;
import io.latchkey.spi.token.TokenCondition.OrganizationIs;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import io.latchkey.spi.token.TokenStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lists the tokens of one realm, where those of all realms of a server are in one table. What is
 * asked for by owner or by digest needs no more: an owner is of one realm, and a digest of one
 * token, whose owner the host looks up in its realm.
 *
 * <p>For one thread, as the session is.
 */
public final class ScopedTokenStore extends ForwardingTokenStore {

  private final Supplier<List<String>> organizations;

  /**
   * Creates a store.
   *
   * @param store keeps the tokens of all realms
   * @param organizations the ids of all organizations of the realm
   */
  public ScopedTokenStore(TokenStore store, Supplier<List<String>> organizations) {
    super(store);
    this.organizations = organizations;
  }

  @Override
  public TokenPage list(TokenQuery query) {
    List<TokenCondition> conditions = new ArrayList<>(query.conditions());
    conditions.add(
        new AnyOf(organizations.get().stream().<TokenCondition>map(OrganizationIs::new).toList()));
    return super.list(
        new TokenQuery(conditions, query.order(), query.cursor(), query.offset(), query.limit()));
  }
}
