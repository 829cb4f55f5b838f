package io.latchkey.ldap.token;

import static io.latchkey.ldap.token.Tokens.NOW;
import static io.latchkey.ldap.token.Tokens.OWNER;
import static io.latchkey.ldap.token.Tokens.digest;
import static io.latchkey.ldap.token.Tokens.expired;
import static io.latchkey.ldap.token.Tokens.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.ldap.token.Interference.Fault;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.CreateResult.Created;
import io.latchkey.spi.token.CreateResult.Duplicate;
import io.latchkey.spi.token.Removal;
import io.latchkey.spi.token.StoredToken;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault at every single operation: nothing that was acknowledged is lost, every event has its
 * own sequence without a gap, and "without effect" is the truth, then and later.
 */
class FaultyServerTest {

  /** Reserve, add, read the counter and the entry, count, make visible. */
  private static final int CREATE = 6;

  private static final int COUNT_IN_CREATE = 5;

  /** Read counter, reservation and entry, count; read and delete, the entry and the reservation. */
  private static final int REMOVE = 8;

  private static final int COUNT_IN_REMOVE = 4;

  /** Read the counter, search, read three reservations, count; then as above for each token. */
  private static final int REMOVE_ALL_OF_THREE = 18;

  private static final int COUNT_IN_REMOVE_ALL = 6;

  private TwoNodes nodes;

  @BeforeEach
  void open() throws Exception {
    nodes = new TwoNodes();
  }

  @AfterEach
  void close() {
    nodes.close();
  }

  static Stream<Arguments> faultsOfCreate() {
    return faults(CREATE);
  }

  static Stream<Arguments> faultsOfRemove() {
    return faults(REMOVE);
  }

  static Stream<Arguments> faultsOfRemoveAll() {
    return faults(REMOVE_ALL_OF_THREE);
  }

  private static Stream<Arguments> faults(int operations) {
    return Arrays.stream(Fault.values())
        .flatMap(
            fault ->
                IntStream.rangeClosed(1, operations)
                    .mapToObj(operation -> Arguments.of(fault, operation)));
  }

  @Test
  void calls_withoutFaults_takeSoManyOperations() {
    assertThat(operations(() -> nodes.create(token(1)))).as("first create").isEqualTo(CREATE);
    assertThat(operations(() -> nodes.create(token(2)))).as("next create").isEqualTo(CREATE);
    assertThat(operations(() -> nodes.node.findByDigest(digest(1)))).as("find").isEqualTo(1);
    assertThat(operations(() -> nodes.node.get(OWNER, 1))).as("get").isEqualTo(2);
    assertThat(operations(() -> nodes.node.remove(OWNER, 1, NOW))).as("remove").isEqualTo(REMOVE);
    nodes.create(token(3));
    nodes.create(token(4));
    assertThat(operations(() -> nodes.node.removeAll(OWNER, NOW)))
        .as("removeAll of three")
        .isEqualTo(REMOVE_ALL_OF_THREE);
  }

  private int operations(Supplier<?> call) {
    nodes.interference.end();
    assertThat(call.get()).isNotNull();
    return nodes.interference.operations();
  }

  @ParameterizedTest
  @MethodSource("faultsOfCreate")
  void create_ofFirstTokenWithFault_isCountedOnceOrNever(Fault fault, int operation) {
    assertCreatedOnceOrNever(fault, operation, 0);
  }

  @ParameterizedTest
  @MethodSource("faultsOfCreate")
  void create_ofNextTokenWithFault_isCountedOnceOrNever(Fault fault, int operation) {
    nodes.create(token(1));
    nodes.create(token(2));

    assertCreatedOnceOrNever(fault, operation, 2);
  }

  private void assertCreatedOnceOrNever(Fault fault, int operation, long events) {
    nodes.interference.at(operation, fault);
    Optional<Effect> failure = failure(() -> nodes.create(token(10)));
    nodes.interference.end();

    assertThat(failure).isEqualTo(expected(fault, operation, COUNT_IN_CREATE));
    Optional<StoredToken> found = nodes.other.findByDigest(digest(10));
    if (failure.isEmpty()) {
      assertThat(found).contains(StoredToken.created(token(10), events + 1));
    } else if (failure.get() == Effect.NONE) {
      assertThat(found).isEmpty();
    }
    assertThat(nodes.other.get(OWNER, 10)).isEqualTo(found);
    long next = events + (found.isPresent() ? 2 : 1);
    assertThat(nodes.createByOther(token(11)).sequence()).isEqualTo(next);
    assertThat(nodes.other.findByDigest(digest(10))).as("later").isEqualTo(found);
    assertThat(nodes.other.create(token(10))).isEqualTo(again(found, next + 1));
    assertSequences(next + (found.isPresent() ? 0 : 1));
  }

  private static CreateResult again(Optional<StoredToken> found, long sequence) {
    return found.isPresent()
        ? new Duplicate()
        : new Created(StoredToken.created(token(10), sequence));
  }

  /** Nothing was removed: so the sequences of all tokens are all there are. */
  private void assertSequences(long last) {
    assertThat(nodes.listed())
        .extracting(StoredToken::sequence)
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, last).boxed().toList());
  }

  @ParameterizedTest
  @MethodSource("faultsOfRemove")
  void remove_withFault_isCountedOnceOrNever(Fault fault, int operation) throws Exception {
    StoredToken created = nodes.create(token(1));
    nodes.interference.at(operation, fault);
    Optional<Effect> failure = failure(() -> nodes.node.remove(OWNER, 1, NOW).orElseThrow());
    nodes.interference.end();

    assertThat(failure).isEqualTo(expected(fault, operation, COUNT_IN_REMOVE));
    long events = 1;
    if (failure.equals(Optional.of(Effect.NONE))) {
      assertThat(nodes.createByOther(token(2)).sequence()).isEqualTo(2);
      assertThat(nodes.other.findByDigest(digest(1))).contains(created);
      events = 2;
    }
    Optional<Removal> again = nodes.other.remove(OWNER, 1, NOW);
    if (failure.isEmpty()) {
      assertThat(again).isEmpty();
    } else if (failure.get() == Effect.NONE) {
      assertThat(again).contains(new Removal(3, NOW));
    }
    assertGone(events + 1);
  }

  /** For good: also for its id, which another token may have now. */
  private void assertGone(long events) {
    assertThat(nodes.other.findByDigest(digest(1))).isEmpty();
    assertThat(nodes.other.get(OWNER, 1)).isEmpty();
    assertThat(nodes.createByOther(token(1, digest(99))).sequence()).isEqualTo(events + 1);
    assertThat(nodes.create(token(100)).sequence()).isEqualTo(events + 2);
    assertThat(nodes.other.findByDigest(digest(1))).as("later").isEmpty();
    assertThat(nodes.listed()).extracting(StoredToken::tokenId).contains(1L, 100L);
  }

  @ParameterizedTest
  @MethodSource("faultsOfRemoveAll")
  void removeAll_withFault_countsEachTokenOnceOrNever(Fault fault, int operation) {
    nodes.create(token(1));
    nodes.create(token(2));
    nodes.create(token(3));
    nodes.interference.at(operation, fault);
    Optional<Effect> failure = failure(() -> nodes.node.removeAll(OWNER, NOW));
    nodes.interference.end();

    assertThat(failure).isEqualTo(expected(fault, operation, COUNT_IN_REMOVE_ALL));
    if (failure.equals(Optional.of(Effect.NONE))) {
      assertThat(nodes.listed()).hasSize(3);
    }
    long again = nodes.other.removeAll(OWNER, NOW);
    if (failure.isEmpty()) {
      assertThat(again).isZero();
    } else if (failure.get() == Effect.NONE) {
      assertThat(again).isEqualTo(3);
    }
    assertGone(6);
  }

  @ParameterizedTest
  @MethodSource("faultsOfRemove")
  void removeExpired_withFault_takesAllInTheEnd(Fault fault, int operation) {
    nodes.create(expired(1));
    nodes.create(expired(2));
    StoredToken kept = nodes.create(token(3));
    nodes.interference.at(operation, fault);
    Optional<Effect> failure = failure(() -> nodes.node.removeExpired(NOW, 10));
    nodes.interference.end();

    if (failure.equals(Optional.of(Effect.NONE))) {
      assertThat(nodes.listed()).hasSize(3);
    }
    assertThat(nodes.other.removeExpired(NOW, 10)).isLessThanOrEqualTo(2);
    assertThat(nodes.listed()).containsExactly(kept);
    assertThat(nodes.createByOther(token(4)).sequence()).isEqualTo(4);
  }

  @ParameterizedTest
  @MethodSource("faultsOfCreate")
  void removeExpired_afterCreateWithFault_leavesNothing(Fault fault, int operation) {
    nodes.interference.at(operation, fault);
    Optional<Effect> failure = failure(() -> nodes.create(expired(1)));
    nodes.interference.end();
    boolean isThere = nodes.other.findByDigest(digest(1)).isPresent();

    assertThat(nodes.other.removeExpired(NOW, 10))
        .as("removed after %s", failure)
        .isEqualTo(isThere ? 1 : 0);
    assertThat(nodes.entries()).as("the event counter").hasSize(isThere ? 1 : 0);
  }

  /** A server that comes back at once is asked again; what it refuses is known to be undone. */
  private static Optional<Effect> expected(Fault fault, int operation, int count) {
    if (fault.isOfTheConnection()) {
      return Optional.empty();
    }
    boolean isKnown = operation < count || (operation == count && fault == Fault.REFUSAL);
    return Optional.of(isKnown ? Effect.NONE : Effect.UNKNOWN);
  }

  private static Optional<Effect> failure(Supplier<?> call) {
    try {
      assertThat(call.get()).isNotNull();
      return Optional.empty();
    } catch (ProviderUnavailableException e) {
      assertThat(List.of(e.toString())).noneMatch(message -> message.contains("0000000"));
      return Optional.of(e.effect());
    }
  }
}
