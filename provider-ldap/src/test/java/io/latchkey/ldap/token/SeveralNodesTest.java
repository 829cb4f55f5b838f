package io.latchkey.ldap.token;

import static io.latchkey.ldap.token.Tokens.NOW;
import static io.latchkey.ldap.token.Tokens.OWNER;
import static io.latchkey.ldap.token.Tokens.digest;
import static io.latchkey.ldap.token.Tokens.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.latchkey.ldap.token.Interference.Fault;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.token.CreateResult.Created;
import io.latchkey.spi.token.CreateResult.Duplicate;
import io.latchkey.spi.token.Removal;
import io.latchkey.spi.token.StoredToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What another node does between two operations of a call, or takes over from a call that broke.
 */
class SeveralNodesTest {

  /** Which operation of a create counts the event, and which makes the token visible. */
  private static final int CREATE_COUNTS = 5;

  private static final int CREATE_SHOWS = 6;

  /** Which operation of a remove counts the event, and which delete the two entries. */
  private static final int REMOVE_COUNTS = 4;

  private static final int REMOVE_DELETES_TOKEN = 6;
  private static final int REMOVE_DELETES_RESERVATION = 8;

  private TwoNodes nodes;

  @BeforeEach
  void open() throws Exception {
    nodes = new TwoNodes();
  }

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  void findByDigest_ofTokenThatIsCountedButNotVisible_makesItVisible() {
    breakOffAfterCounting();

    assertThat(nodes.other.findByDigest(digest(1))).contains(StoredToken.created(token(1), 1));
    assertThat(nodes.listed()).hasSize(1);
  }

  @Test
  void get_ofTokenThatIsCountedButNotVisible_makesItVisible() {
    breakOffAfterCounting();

    assertThat(nodes.other.get(OWNER, 1)).contains(StoredToken.created(token(1), 1));
  }

  @Test
  void create_afterOneThatIsCountedButNotVisible_makesThatVisible() {
    breakOffAfterCounting();

    assertThat(nodes.createByOther(token(2)).sequence()).isEqualTo(2);
    assertThat(nodes.listed()).extracting(StoredToken::sequence).containsExactly(1L, 2L);
  }

  @Test
  void remove_ofTokenThatIsCountedButNotVisible_removesIt() {
    breakOffAfterCounting();

    assertThat(nodes.other.remove(OWNER, 1, NOW)).contains(new Removal(2, NOW));
  }

  @Test
  void removeAll_withTokenThatIsCountedButNotVisible_removesIt() {
    breakOffAfterCounting();

    assertThat(nodes.other.removeAll(OWNER, NOW)).isEqualTo(1);
  }

  private void breakOffAfterCounting() {
    nodes.interference.at(CREATE_COUNTS, Fault.DEATH_AFTER);
    assertFails(Effect.UNKNOWN, () -> nodes.create(token(1)));
    nodes.interference.end();
  }

  @Test
  void create_overtakenByAnother_countsBehindIt() {
    nodes.interference.before(CREATE_COUNTS, () -> nodes.createByOther(token(2)));

    assertThat(nodes.create(token(1)).sequence()).isEqualTo(2);
  }

  @Test
  void create_overtakenByTheSameToken_isDuplicate() {
    nodes.interference.before(CREATE_COUNTS, () -> nodes.createByOther(token(1)));

    assertThat(nodes.node.create(token(1))).isEqualTo(new Duplicate());
    assertThat(nodes.createByOther(token(2)).sequence()).isEqualTo(2);
  }

  @Test
  void create_overtakenByCreationAndRemovalOfTheSameToken_beginsAnew() {
    nodes.interference.before(
        CREATE_COUNTS,
        () -> {
          nodes.createByOther(token(1));
          nodes.other.remove(OWNER, 1, NOW);
        });

    assertThat(nodes.create(token(1)).sequence()).isEqualTo(3);
    assertThat(nodes.other.get(OWNER, 1)).isPresent();
  }

  @Test
  void create_overtakenLongerThanPatienceLasts_isWithoutEffect() throws Exception {
    try (TwoNodes hasty = new TwoNodes(Duration.ZERO)) {
      hasty.interference.before(CREATE_COUNTS, () -> hasty.createByOther(token(2)));

      assertFails(Effect.NONE, () -> hasty.create(token(1)));
      assertThat(hasty.other.findByDigest(digest(1))).isEmpty();
      assertThat(hasty.createByOther(token(3)).sequence()).isEqualTo(2);
    }
  }

  @Test
  void create_whoseAnswerIsLostBehindAnotherEvent_knowsItsTokenAgain() {
    nodes.interference.after(
        CREATE_COUNTS,
        () -> {
          nodes.createByOther(token(2));
          throw Interference.noAnswer();
        });

    assertThat(nodes.node.create(token(1)))
        .isEqualTo(new Created(StoredToken.created(token(1), 1)));
    assertThat(nodes.createByOther(token(3)).sequence()).isEqualTo(3);
  }

  @Test
  void create_whoseAnswerAndTokenAreLost_cannotTell() {
    nodes.interference.after(
        CREATE_COUNTS,
        () -> {
          nodes.createByOther(token(2));
          nodes.other.remove(OWNER, 1, NOW);
          throw Interference.noAnswer();
        });

    assertFails(Effect.UNKNOWN, () -> nodes.create(token(1)));
    assertThat(nodes.createByOther(token(3)).sequence()).isEqualTo(4);
  }

  @Test
  void create_whoseTokenIsRemovedBeforeItReturns_saysCreated() {
    nodes.interference.before(
        CREATE_SHOWS,
        () -> assertThat(nodes.other.remove(OWNER, 1, NOW)).contains(new Removal(2, NOW)));

    assertThat(nodes.create(token(1)).sequence()).isEqualTo(1);
    assertThat(nodes.listed()).isEmpty();
  }

  @Test
  void create_thatStalls_leavesWhatWasBegunForTheSameTokenSince() {
    nodes.interference.before(
        CREATE_SHOWS,
        () -> {
          nodes.other.remove(OWNER, 1, NOW);
          nodes.interference.at(CREATE_COUNTS, Fault.DEATH_BEFORE);
          assertFails(Effect.UNKNOWN, () -> nodes.createByOther(token(1)));
          nodes.interference.end();
        });

    assertThat(nodes.create(token(1)).sequence()).isEqualTo(1);
    assertThat(nodes.other.findByDigest(digest(1))).isEmpty();
    assertThat(nodes.createByOther(token(1)).sequence()).isEqualTo(3);
  }

  @Test
  void remove_ofTokenThatIsNotCounted_isAbsent() {
    nodes.interference.at(CREATE_COUNTS, Fault.REFUSAL);
    assertFails(Effect.NONE, () -> nodes.create(token(1)));
    nodes.interference.end();

    assertThat(nodes.other.remove(OWNER, 1, NOW)).isEmpty();
    assertThat(nodes.other.removeAll(OWNER, NOW)).isZero();
    assertThat(nodes.createByOther(token(1)).sequence()).isEqualTo(1);
  }

  @Test
  void remove_overtakenByAnotherEvent_countsBehindIt() {
    nodes.create(token(1));
    nodes.interference.before(REMOVE_COUNTS, () -> nodes.createByOther(token(2)));

    assertThat(nodes.node.remove(OWNER, 1, NOW)).contains(new Removal(3, NOW));
  }

  @Test
  void remove_overtakenByTheSame_isAbsent() {
    nodes.create(token(1));
    nodes.interference.before(REMOVE_COUNTS, () -> nodes.other.remove(OWNER, 1, NOW));

    assertThat(nodes.node.remove(OWNER, 1, NOW)).isEmpty();
    assertThat(nodes.createByOther(token(2)).sequence()).isEqualTo(3);
  }

  @Test
  void remove_whoseAnswerIsLostBehindAnotherEvent_cannotTell() {
    nodes.create(token(1));
    nodes.interference.after(
        REMOVE_COUNTS,
        () -> {
          nodes.createByOther(token(2));
          throw Interference.noAnswer();
        });

    assertFails(Effect.UNKNOWN, () -> nodes.node.remove(OWNER, 1, NOW));
    assertThat(nodes.other.get(OWNER, 1)).isEmpty();
    assertThat(nodes.createByOther(token(3)).sequence()).isEqualTo(4);
  }

  @Test
  void remove_thatStallsBeforeItDeletesTheToken_leavesTheTokenThatIsThereSince() {
    assertLeavesNewToken(REMOVE_DELETES_TOKEN);
  }

  @Test
  void remove_thatStallsBeforeItDeletesTheReservation_leavesTheTokenThatIsThereSince() {
    assertLeavesNewToken(REMOVE_DELETES_RESERVATION);
  }

  @Test
  void remove_thatStallsBeforeItDeletesTheReservation_leavesItToTheTokenThatTookItOver() {
    nodes.create(token(1));
    nodes.interference.before(REMOVE_DELETES_RESERVATION, () -> nodes.createByOther(token(1)));

    assertThat(nodes.node.remove(OWNER, 1, NOW)).contains(new Removal(2, NOW));
    assertThat(nodes.other.get(OWNER, 1)).contains(StoredToken.created(token(1), 3));
    assertThat(nodes.other.create(token(1, digest(99)))).isEqualTo(new Duplicate());
  }

  private void assertLeavesNewToken(int operation) {
    nodes.create(token(1));
    nodes.interference.before(
        operation,
        () -> {
          nodes.createByOther(token(2));
          nodes.createByOther(token(1));
        });

    assertThat(nodes.node.remove(OWNER, 1, NOW)).contains(new Removal(2, NOW));
    StoredToken since = StoredToken.created(token(1), 4);
    assertThat(nodes.other.findByDigest(digest(1))).contains(since);
    assertThat(nodes.other.get(OWNER, 1)).contains(since);
    assertThat(nodes.other.create(token(1, digest(99)))).isEqualTo(new Duplicate());
  }

  @Test
  void removeAll_whoseAnswerIsLostBehindAnotherEvent_cannotTell() {
    nodes.create(token(1));
    nodes.interference.after(
        REMOVE_COUNTS,
        () -> {
          nodes.createByOther(token(2));
          throw Interference.noAnswer();
        });

    assertFails(Effect.UNKNOWN, () -> nodes.node.removeAll(OWNER, NOW));
    assertThat(nodes.createByOther(token(3)).sequence()).isEqualTo(4);
  }

  @Test
  void createAndRemove_ofOneTokenByBothNodes_countEveryEventOnce() throws Exception {
    Callable<List<Long>> churn = () -> eventsOf(nodes.node);
    Callable<List<Long>> otherChurn = () -> eventsOf(nodes.other);
    List<Long> sequences = together(List.of(churn, otherChurn, churn, otherChurn));

    assertThat(sequences)
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, sequences.size()).boxed().toList());
    assertThat(nodes.createByOther(token(2)).sequence()).isEqualTo(sequences.size() + 1L);
  }

  private static List<Long> eventsOf(LdapTokenStore store) {
    List<Long> sequences = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      if (store.create(token(1)) instanceof Created created) {
        sequences.add(created.token().sequence());
      }
      store.remove(OWNER, 1, NOW).ifPresent(removal -> sequences.add(removal.sequence()));
    }
    return sequences;
  }

  @Test
  void create_byBothNodesForOneOwner_givesEachSequenceOnce() throws Exception {
    List<Long> sequences =
        together(
            List.of(
                () -> sequences(nodes.node, 1, 100),
                () -> sequences(nodes.other, 101, 200),
                () -> sequences(nodes.node, 201, 300),
                () -> sequences(nodes.other, 301, 400)));

    assertThat(sequences)
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 400).boxed().toList());
    assertThat(nodes.listed())
        .extracting(StoredToken::sequence)
        .containsExactlyInAnyOrderElementsOf(sequences);
  }

  /** Each create takes its six operations and none more, for trying again or for looking. */
  @Test
  void create_byThreadsOfOneNodeForOneOwner_neverOvertakeEachOther() throws Exception {
    nodes.interference.end();
    together(
        List.of(
            () -> sequences(nodes.node, 1, 50),
            () -> sequences(nodes.node, 101, 150),
            () -> sequences(nodes.node, 201, 250),
            () -> sequences(nodes.node, 301, 350)));

    assertThat(nodes.interference.operations()).isEqualTo(4 * 50 * 6);
  }

  private static List<Long> sequences(LdapTokenStore store, long from, long to) {
    return LongStream.rangeClosed(from, to)
        .mapToObj(id -> ((Created) store.create(token(id))).token().sequence())
        .toList();
  }

  @Test
  void removeAll_byBothNodes_countsEachTokenOnce() throws Exception {
    LongStream.rangeClosed(1, 250).forEach(id -> nodes.plant(token(id), id));
    nodes.create(token(1000));
    List<Long> removed =
        together(
            List.of(
                () -> List.of(nodes.node.removeAll(OWNER, NOW)),
                () -> List.of(nodes.other.removeAll(OWNER, NOW))));

    assertThat(removed.stream().mapToLong(Long::longValue).sum()).isEqualTo(251);
    assertThat(nodes.createByOther(token(1001)).sequence()).isEqualTo(1 + 251 + 1);
  }

  private static List<Long> together(List<Callable<List<Long>>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      List<Long> all = new ArrayList<>();
      for (Future<List<Long>> future : threads.invokeAll(calls)) {
        all.addAll(future.get());
      }
      return all;
    } finally {
      threads.shutdown();
    }
  }

  private static void assertFails(Effect effect, ThrowingCallable call) {
    assertThatThrownBy(call)
        .asInstanceOf(type(ProviderUnavailableException.class))
        .extracting(ProviderUnavailableException::effect)
        .isEqualTo(effect);
  }
}
