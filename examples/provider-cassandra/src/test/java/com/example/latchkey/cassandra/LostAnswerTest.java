package com.example.latchkey.cassandra;

import static com.example.latchkey.cassandra.Tokens.NOW;
import static com.example.latchkey.cassandra.Tokens.OWNER;
import static com.example.latchkey.cassandra.Tokens.digest;
import static com.example.latchkey.cassandra.Tokens.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import io.latchkey.spi.ProviderConfig;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.Removal;
import io.latchkey.spi.token.StoredToken;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a write that went through while its answer did not. */
class LostAnswerTest {

  private static final Cluster CLUSTER = Cluster.ofBuild();

  private final Settings settings =
      Settings.of(
          new ProviderConfig(
              "",
              Map.of(
                  "contact-points",
                  CLUSTER.contactPoints(),
                  "realm",
                  UUID.randomUUID().toString(),
                  "timeout",
                  "PT3S")));
  private final LossyAccess access = new LossyAccess(settings);
  private final CassandraTokenStore store = new CassandraTokenStore(access);

  /** The real thing, but some answers to writes are thrown away. */
  private static final class LossyAccess extends ClusterAccess {

    /** Of single writes: claims, above all. */
    private int answersToLose;

    /** Of the step that has the effect. */
    private int effectsToLose;

    LossyAccess(Settings settings) {
      super(settings);
    }

    @Override
    boolean write(Deadline deadline, Query change) {
      boolean answer = super.write(deadline, change);
      return answersToLose-- > 0 ? lost() : answer;
    }

    @Override
    boolean writeTogether(Deadline deadline, Function<Statements, List<BoundStatement>> changes) {
      boolean answer = super.writeTogether(deadline, changes);
      return effectsToLose-- > 0 ? lost() : answer;
    }

    private static boolean lost() {
      throw new ProviderUnavailableException("lost on purpose", Effect.UNKNOWN, null);
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void create_whoseAnswersAreLost_storesAndCountsOnce() {
    for (int lost = 1; lost <= 4; lost++) {
      access.answersToLose = lost;
      access.effectsToLose = 1;

      assertThat(store.create(token(OWNER, lost)))
          .isEqualTo(new CreateResult.Created(StoredToken.created(token(OWNER, lost), lost)));
    }
  }

  @Test
  void create_whoseAnswersAreAllLost_couldNotTellAndIsSafeToRepeat() {
    store.create(token(OWNER, 1));
    access.answersToLose = Integer.MAX_VALUE;
    assertThatThrownBy(() -> store.create(token(OWNER, 2)))
        .isInstanceOf(ProviderUnavailableException.class);
    access.answersToLose = 0;

    // The claims were never confirmed, so the token was not tried.
    assertThat(store.create(token(OWNER, 2)))
        .isEqualTo(new CreateResult.Created(StoredToken.created(token(OWNER, 2), 2)));
    assertThat(store.create(token(OWNER, 2))).isEqualTo(new CreateResult.Duplicate());
  }

  @Test
  void remove_whoseAnswerIsLost_answersTheEvent() {
    store.create(token(OWNER, 1));
    access.effectsToLose = 1;

    assertThat(store.remove(OWNER, 1, NOW)).contains(new Removal(2, NOW));
    assertThat(store.findByDigest(digest(1))).isEmpty();
    assertThat(store.remove(OWNER, 1, NOW)).isEmpty();
  }

  @Test
  void removeAll_whoseAnswerIsLost_countsEachTokenOnce() {
    for (int id = 1; id <= 25; id++) {
      store.create(token(OWNER, id));
    }
    access.effectsToLose = 1;

    assertThat(store.removeAll(OWNER, NOW)).isEqualTo(25);
    assertThat(store.create(token(OWNER, 1)))
        .isEqualTo(new CreateResult.Created(StoredToken.created(token(OWNER, 1), 51)));
  }

  @Test
  void removeExpired_whoseAnswerIsLost_countsEachTokenOnceAndNoEvent() {
    for (int id = 1; id <= 5; id++) {
      store.create(token(OWNER, id));
    }
    access.effectsToLose = 1;

    assertThat(store.removeExpired(NOW.plusSeconds(7200), 3)).isEqualTo(3);
    assertThat(store.removeExpired(NOW.plusSeconds(7200), 3)).isEqualTo(2);
    assertThat(store.create(token(OWNER, 9)))
        .isEqualTo(new CreateResult.Created(StoredToken.created(token(OWNER, 9), 6)));
  }
}
