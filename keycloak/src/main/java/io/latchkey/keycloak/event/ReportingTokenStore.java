package io.latchkey.keycloak.event;

import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.ForwardingTokenStore;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.Removal;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.admin.OperationType;

/**
 * Tells Keycloak's admin events of tokens that are created and removed, in the transaction in which
 * they are: there is no token without its event. No event holds a token or a digest.
 *
 * <p>For one thread, as the session is.
 */
public final class ReportingTokenStore extends ForwardingTokenStore {

  private final Reports reports;

  /**
   * Creates a store.
   *
   * @param store where tokens are kept
   * @param reports where changes are told
   */
  public ReportingTokenStore(TokenStore store, Reports reports) {
    super(store);
    this.reports = reports;
  }

  /** Where changes are told. */
  @FunctionalInterface
  public interface Reports {

    /**
     * Tells one.
     *
     * @param operation what was done
     * @param owner whose token it is
     * @param tokenId its id
     * @param representation what else is told of it
     */
    void tell(
        OperationType operation,
        TokenOwner owner,
        long tokenId,
        Map<String, String> representation);
  }

  @Override
  public CreateResult create(NewToken token) {
    CreateResult result = super.create(token);
    if (result instanceof CreateResult.Created created) {
      StoredToken stored = created.token();
      reports.tell(
          OperationType.CREATE,
          stored.owner(),
          stored.tokenId(),
          Map.of(
              "tokenId", String.valueOf(stored.tokenId()),
              "userId", stored.owner().userId(),
              "organizationId", stored.owner().organizationId(),
              "expirationDate", stored.expirationDate().toString()));
    }
    return result;
  }

  @Override
  public Optional<Removal> remove(TokenOwner owner, long tokenId, Instant at) {
    Optional<Removal> removal = super.remove(owner, tokenId, at);
    removal.ifPresent(done -> reports.tell(OperationType.DELETE, owner, tokenId, Map.of()));
    return removal;
  }
}
