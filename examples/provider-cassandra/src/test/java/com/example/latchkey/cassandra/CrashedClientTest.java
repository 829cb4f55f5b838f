package com.example.latchkey.cassandra;

import static com.example.latchkey.cassandra.Tokens.NOW;
import static com.example.latchkey.cassandra.Tokens.OTHER;
import static com.example.latchkey.cassandra.Tokens.OWNER;
import static com.example.latchkey.cassandra.Tokens.digest;
import static com.example.latchkey.cassandra.Tokens.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.ProviderConfig;
import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenOrder;
import io.latchkey.spi.token.TokenQuery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left behind by a host that dies between two steps, and who tidies up. */
class CrashedClientTest {

  private static final Cluster CLUSTER = Cluster.ofBuild();

  private CassandraTokenStore store;
  private CassandraTokenStore.Parts parts;

  @BeforeEach
  void open() {
    Map<String, String> config =
        Map.of("contact-points", CLUSTER.contactPoints(), "realm", UUID.randomUUID().toString());
    store = new CassandraTokenStore(Settings.of(new ProviderConfig("", config)));
    parts = store.parts();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void claims_withoutToken_showNothing() {
    claimBoth(new Claim(OTHER, 1, UUID.randomUUID()));

    assertThat(store.findByDigest(digest(1))).isEmpty();
    assertThat(store.get(OTHER, 1)).isEmpty();
    assertThat(store.remove(OTHER, 1, NOW)).isEmpty();
    assertThat(listed()).isEmpty();
  }

  @Test
  void create_withIdAndDigestClaimedByADeadHost_isStored() {
    claimBoth(new Claim(OTHER, 1, UUID.randomUUID()));

    assertThat(store.create(token(OWNER, 1)))
        .isEqualTo(new CreateResult.Created(StoredToken.created(token(OWNER, 1), 1)));
    assertThat(listed()).containsExactly(StoredToken.created(token(OWNER, 1), 1));
  }

  @Test
  void create_afterADeadHostHasClaimedTheIdOnly_isStored() {
    assertThat(
            parts.claims().acquire(deadline(), Names.of(1), new Claim(OWNER, 1, UUID.randomUUID())))
        .isTrue();

    assertThat(store.create(token(OWNER, 1)))
        .isEqualTo(new CreateResult.Created(StoredToken.created(token(OWNER, 1), 1)));
  }

  @Test
  void attempt_thatWasTakenForDead_cannotBeCommitted() {
    Claim dead = new Claim(OTHER, 1, UUID.randomUUID());
    claimBoth(dead);
    store.create(token(OWNER, 1));

    assertThat(commit(dead)).isFalse();
    assertThat(store.get(OTHER, 1)).isEmpty();
    assertThat(parts.tokens().lastSequence(deadline(), OTHER, true)).isZero();
  }

  @Test
  void attempt_thatNobodyTookForDead_canBeCommitted() {
    Claim slow = new Claim(OTHER, 1, UUID.randomUUID());
    claimBoth(slow);

    assertThat(commit(slow)).isTrue();
    assertThat(store.findByDigest(digest(1)))
        .isEqualTo(Optional.of(StoredToken.created(token(OTHER, 1), 1)));
    assertThat(store.create(token(OWNER, 1))).isEqualTo(new CreateResult.Duplicate());
  }

  @Test
  void create_withClaimsOfARemovedToken_isStored() {
    store.create(token(OTHER, 1));
    Claim claim = parts.claims().holder(deadline(), Names.of(1)).orElseThrow();
    store.remove(OTHER, 1, NOW);
    // As if the host had died before it gave the names back.
    assertThat(parts.access().write(deadline(), s -> s.claim(Names.of(1), claim))).isTrue();
    assertThat(parts.access().write(deadline(), s -> s.claim(Names.of(digest(1)), claim))).isTrue();

    assertThat(store.findByDigest(digest(1))).isEmpty();
    assertThat(store.create(token(OWNER, 1)))
        .isEqualTo(new CreateResult.Created(StoredToken.created(token(OWNER, 1), 1)));
  }

  @Test
  void create_twiceByOneAttempt_countsOnce() {
    Claim claim = new Claim(OWNER, 1, UUID.randomUUID());
    claimBoth(claim);

    assertThat(commit(claim)).isTrue();
    assertThat(commit(claim)).as("the same write again, as after a lost answer").isFalse();
    assertThat(parts.tokens().attempt(deadline(), claim, true).orElseThrow().sequence())
        .isEqualTo(1);
    assertThat(parts.tokens().lastSequence(deadline(), OWNER, true)).isEqualTo(1);
  }

  private void claimBoth(Claim claim) {
    assertThat(parts.claims().acquire(deadline(), Names.of(claim.tokenId()), claim)).isTrue();
    assertThat(parts.claims().acquire(deadline(), Names.of(digest(claim.tokenId())), claim))
        .isTrue();
  }

  /** The last step of a create. */
  private boolean commit(Claim claim) {
    parts.owners().add(deadline(), claim.owner());
    long last = parts.tokens().lastSequence(deadline(), claim.owner(), true);
    return parts
        .access()
        .writeTogether(
            deadline(),
            statements ->
                List.of(
                    statements.count(claim.owner(), last, last + 1),
                    statements.create(
                        token(claim.owner(), claim.tokenId()), claim.attempt(), last + 1)));
  }

  private List<StoredToken> listed() {
    return store
        .list(new TokenQuery(List.of(), TokenOrder.NEWEST_FIRST, Optional.empty(), 0, 10))
        .tokens();
  }

  /** Long enough for the schema, if this is the first test of all. */
  private static Deadline deadline() {
    return new Deadline(Duration.ofSeconds(20));
  }
}
