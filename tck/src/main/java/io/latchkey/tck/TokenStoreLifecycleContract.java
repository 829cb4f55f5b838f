package io.latchkey.tck;

import static io.latchkey.tck.ProviderAssertions.assertRefusesAfterClose;
import static io.latchkey.tck.ProviderAssertions.assertRefusesNull;
import static io.latchkey.tck.ProviderAssertions.assertRefusesValue;
import static io.latchkey.tck.Samples.NOW;
import static io.latchkey.tck.Samples.OWNER;
import static io.latchkey.tck.Samples.digest;
import static io.latchkey.tck.Samples.token;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How a {@link io.latchkey.spi.token.TokenStore} is checked and closed, and what it says to a
 * caller that is mistaken.
 */
public abstract class TokenStoreLifecycleContract extends TokenStoreTopic {

  /** In nanoseconds, where whole microseconds are asked for. */
  private static final Instant TOO_FINE = NOW.plusNanos(1);

  /** For the {@link TokenStoreContract}. */
  TokenStoreLifecycleContract() {}

  @Test
  public final void check_ofStoreThatWasJustMade_isOk() {
    ProviderAssertions.assertWell(store);
  }

  @Test
  public final void check_afterWork_isOk() {
    created(token(OWNER, 1));
    ProviderAssertions.assertWell(store);
  }

  @Test
  public final void close_twice_isAsOnce() {
    created(token(OWNER, 1));
    ProviderAssertions.assertClosesTwice(store);
  }

  @Test
  public final void close_beforeFirstUse_works() {
    ProviderAssertions.assertClosesTwice(store);
  }

  @Test
  public final void check_afterClose_isRefused() {
    assertRefusesAfterClose(store, "check", () -> store.check());
  }

  @Test
  public final void create_afterClose_isRefused() {
    assertRefusesAfterClose(store, "create", () -> store.create(token(OWNER, 1)));
  }

  @Test
  public final void findByDigest_afterClose_isRefused() {
    assertRefusesAfterClose(store, "findByDigest", () -> store.findByDigest(digest(1)));
  }

  @Test
  public final void get_afterClose_isRefused() {
    assertRefusesAfterClose(store, "get", () -> store.get(OWNER, 1));
  }

  @Test
  public final void list_afterClose_isRefused() {
    assertRefusesAfterClose(store, "list", () -> store.list(query(List.of(), BY_ID, 0, 1)));
  }

  @Test
  public final void remove_afterClose_isRefused() {
    assertRefusesAfterClose(store, "remove", () -> store.remove(OWNER, 1, NOW));
  }

  @Test
  public final void removeAll_afterClose_isRefused() {
    assertRefusesAfterClose(store, "removeAll", () -> store.removeAll(OWNER, NOW));
  }

  @Test
  public final void removeExpired_afterClose_isRefused() {
    assertRefusesAfterClose(store, "removeExpired", () -> store.removeExpired(NOW, 1));
  }

  @Test
  @SuppressWarnings("NullAway") // a caller that is not checked by NullAway can do this
  public final void null_isRefusedByName() {
    assertRefusesNull("token", () -> store.create(null));
    assertRefusesNull("digest", () -> store.findByDigest(null));
    assertRefusesNull("owner", () -> store.get(null, 1));
    assertRefusesNull("query", () -> store.list(null));
    assertRefusesNull("owner", () -> store.remove(null, 1, NOW));
    assertRefusesNull("at", () -> store.remove(OWNER, 1, null));
    assertRefusesNull("owner", () -> store.removeAll(null, NOW));
    assertRefusesNull("at", () -> store.removeAll(OWNER, null));
    assertRefusesNull("before", () -> store.removeExpired(null, 1));
  }

  @Test
  public final void tokenId_belowOne_isRefusedByName() {
    assertRefusesValue("tokenId", () -> store.get(OWNER, 0));
    assertRefusesValue("tokenId", () -> store.get(OWNER, Long.MIN_VALUE));
    assertRefusesValue("tokenId", () -> store.remove(OWNER, 0, NOW));
  }

  @Test
  public final void limit_belowOne_isRefusedByName() {
    assertRefusesValue("limit", () -> store.removeExpired(NOW, 0));
    assertRefusesValue("limit", () -> store.removeExpired(NOW, -1));
  }

  @Test
  public final void time_inNanoseconds_isRefusedByName() {
    assertRefusesValue("at", () -> store.remove(OWNER, 1, TOO_FINE));
    assertRefusesValue("at", () -> store.removeAll(OWNER, TOO_FINE));
    assertRefusesValue("before", () -> store.removeExpired(TOO_FINE, 1));
  }
}
