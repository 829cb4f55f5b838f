package io.latchkey.ldap.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.DN;
import io.latchkey.ldap.connection.LdapAccess;
import io.latchkey.ldap.connection.LdapConnections;
import io.latchkey.ldap.server.Slapd;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.token.CreateResult.Created;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenOwner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills OpenLDAP again and again while two nodes create tokens, and counts what it holds then. */
class KilledSlapdIT {

  private static final int THREADS = 4;
  private static final int KILLS = 5;
  private static final int ACKNOWLEDGED_BETWEEN = 60;
  private static final long TOKENS_OF_A_THREAD = 1_000_000;

  @TempDir private static Path directory;

  private final Map<NewToken, StoredToken> acknowledged = new ConcurrentHashMap<>();
  private final Map<NewToken, Effect> failed = new ConcurrentHashMap<>();
  private volatile boolean done;

  @Test
  void create_acknowledgedBeforeAKill_isThereAndNoSequenceIsMissing() throws Exception {
    try (Slapd slapd = Slapd.start(directory);
        TokenBranch branch = TokenBranch.of(slapd);
        LdapConnections otherNode = branch.connections()) {
      DN tokens = branch.empty();
      List<LdapTokenStore> nodes =
          List.of(branch.store(tokens), new LdapTokenStore(new LdapAccess(otherNode), tokens));
      createAndKill(nodes, slapd);

      assertHeld(nodes.get(0));
      assertThat(failed).as("creates that the kills have hit").isNotEmpty();
    }
  }

  private void createAndKill(List<LdapTokenStore> nodes, Slapd slapd) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        long first = i * TOKENS_OF_A_THREAD + 1;
        LdapTokenStore node = nodes.get(i % nodes.size());
        calls.add(threads.submit(() -> create(node, first)));
      }
      for (int kill = 1; kill <= KILLS; kill++) {
        awaitAcknowledged(kill * ACKNOWLEDGED_BETWEEN);
        slapd.kill();
        slapd.start();
      }
      awaitAcknowledged((KILLS + 1) * ACKNOWLEDGED_BETWEEN);
      done = true;
      for (Future<?> call : calls) {
        call.get();
      }
    } finally {
      done = true;
      threads.shutdown();
    }
  }

  /** All threads create for the same two owners. */
  private void create(LdapTokenStore node, long first) {
    for (long id = first; !done; id++) {
      NewToken token = token(id);
      try {
        acknowledged.put(token, ((Created) node.create(token)).token());
      } catch (ProviderUnavailableException e) {
        failed.put(token, e.effect());
      }
      synchronized (this) {
        notifyAll();
      }
    }
  }

  private static NewToken token(long id) {
    return Tokens.token(
        new TokenOwner("acme", "user-" + id % 2),
        id,
        Tokens.digest(id),
        Tokens.NOW.plusSeconds(3600));
  }

  private synchronized void awaitAcknowledged(int count) throws InterruptedException {
    while (acknowledged.size() < count) {
      wait();
    }
  }

  private void assertHeld(LdapTokenStore node) {
    acknowledged.forEach(
        (token, stored) -> assertThat(node.findByDigest(token.digest())).contains(stored));
    List<StoredToken> held = new ArrayList<>(acknowledged.values());
    failed.forEach(
        (token, effect) -> {
          var found = node.findByDigest(token.digest());
          if (effect == Effect.NONE) {
            assertThat(found).as("token that was created without effect").isEmpty();
          }
          found.ifPresent(held::add);
        });
    for (long last = Long.MAX_VALUE; last > Long.MAX_VALUE - 2; last--) {
      held.add(((Created) node.create(token(last))).token());
      TokenOwner owner = token(last).owner();
      assertSequences(held.stream().filter(token -> token.owner().equals(owner)).toList());
    }
  }

  /** None was removed: so the sequences of all tokens, with one more, are all that there are. */
  private static void assertSequences(List<StoredToken> tokens) {
    assertThat(tokens)
        .extracting(StoredToken::sequence)
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, tokens.size()).boxed().toList());
  }
}
