package ${package};

import io.latchkey.spi.CheckResult;
import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.Removal;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import io.latchkey.spi.token.TokenStore;
import java.time.Instant;
import java.util.Optional;

/**
 * To be written, method by method, until the tests are green. What each must do is in the Javadoc
 * of {@link TokenStore}; the comments here only remind of it.
 *
 * <p>Thread-safe.
 */
final class ${providerName}TokenStore implements TokenStore {

  // Stores the token and counts one event of its owner, both or neither. Duplicate if the id or the
  // digest is there already.
  @Override
  public CreateResult create(NewToken token) {
    throw yetToBeWritten("create");
  }

  // One indexed look-up. Expired tokens are found too.
  @Override
  public Optional<StoredToken> findByDigest(TokenDigest digest) {
    throw yetToBeWritten("findByDigest");
  }

  // Empty if the token is another owner's.
  @Override
  public Optional<StoredToken> get(TokenOwner owner, long tokenId) {
    throw yetToBeWritten("get");
  }

  // By conditions, in an order, page by page. A cursor that is not of this query is an
  // IllegalArgumentException.
  @Override
  public TokenPage list(TokenQuery query) {
    throw yetToBeWritten("list");
  }

  // Removes the token and counts one event of its owner, both or neither. Of several calls for one
  // token, one gets a Removal.
  @Override
  public Optional<Removal> remove(TokenOwner owner, long tokenId, Instant at) {
    throw yetToBeWritten("remove");
  }

  // Counts one event for each.
  @Override
  public long removeAll(TokenOwner owner, Instant at) {
    throw yetToBeWritten("removeAll");
  }

  // Counts no events.
  @Override
  public int removeExpired(Instant before, int limit) {
    throw yetToBeWritten("removeExpired");
  }

  // A backend that is down is an answer here, everywhere else a ProviderUnavailableException.
  @Override
  public CheckResult check() {
    throw yetToBeWritten("check");
  }

  // From then on every other method throws an IllegalStateException.
  @Override
  public void close() {
    // Nothing is open yet.
  }

  private static NotYetWritten yetToBeWritten(String method) {
    return new NotYetWritten("${providerName}TokenStore." + method, "TokenStore." + method);
  }
}
