package io.latchkey.tck;

import static io.latchkey.tck.DirectorySamples.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.permission.Caller;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermissionDecision;
import io.latchkey.spi.permission.PermissionRequest;
import io.latchkey.tck.DirectoryFixture.Membership;
import io.latchkey.tck.internal.Soon;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What all topics of the {@link PermissionCheckerContract} have in common: a backend that holds the
 * fixture, and a new checker over it, for each test.
 */
public abstract class PermissionCheckerTopic {

  static final DirectoryFixture FIXTURE = PermissionCheckerContract.FIXTURE;
  static final String READ = "user.read";
  static final String WRITE = "user.write";
  static final String OWNER = "tck-ORG_OWNER";

  private OpenBackend<PermissionChecker, PermissionCheckerBackend> opened;

  /** The checker that the test is about. */
  PermissionChecker checker;

  /** For the topics of this package. */
  PermissionCheckerTopic() {}

  /** Fills the backend and opens the checker. */
  @BeforeEach
  public final void openChecker(PermissionCheckerContract contract) {
    opened = new OpenBackend<>(contract.createBackend());
    opened.backend().fill(FIXTURE);
    checker = opened.open();
  }

  /** Closes the checker. */
  @AfterEach
  public final void closeChecker() {
    opened.close();
  }

  /** A further checker over the same backend, as another node of the host has it. */
  final PermissionChecker anotherChecker() {
    return opened.open();
  }

  /** Closes a checker for good: it is not closed again after the test. */
  final void close(PermissionChecker one) {
    opened.close(one);
  }

  final PermissionCheckerBackend backend() {
    return opened.backend();
  }

  final void assertDecision(
      PermissionDecision expected, String userId, String permission, String organizationId) {
    assertDecision(checker, expected, request(userId, permission, organizationId));
  }

  static void assertDecision(
      PermissionChecker checker, PermissionDecision expected, PermissionRequest request) {
    assertThat(checker.check(request)).as("decision on %s", shown(request)).isEqualTo(expected);
  }

  private static String shown(PermissionRequest request) {
    return request.permission()
        + " for "
        + DirectorySamples.shown(request.caller().userId())
        + " in "
        + DirectorySamples.shown(request.organizationId())
        + request.userId().map(id -> " about " + DirectorySamples.shown(id)).orElse("");
  }

  /** Changes the backend between two looks of two nodes, and says what both must decide then. */
  final void assertSeen(
      PermissionRequest request,
      PermissionDecision before,
      DirectoryFixture change,
      PermissionDecision after) {
    assertSeen(node -> node.check(request), "decision on " + shown(request), before, change, after);
  }

  /** The same of anything that a node can be asked. */
  final <T> void assertSeen(
      Function<PermissionChecker, T> look,
      String what,
      T before,
      DirectoryFixture change,
      T after) {
    List<PermissionChecker> nodes = List.of(checker, anotherChecker());
    for (PermissionChecker node : nodes) {
      assertThat(look.apply(node)).as("%s before the change", what).isEqualTo(before);
    }
    backend().fill(change);
    for (PermissionChecker node : nodes) {
      assertThat(Soon.look(backend().staleness(), () -> look.apply(node), after::equals))
          .as("%s after the change, on %s node", what, node == checker ? "one" : "another")
          .isEqualTo(after);
    }
  }

  /** The fixture with these grants of a user, and none of its others. */
  static DirectoryFixture with(String userId, Membership... memberships) {
    return FIXTURE.withMemberships(
        Stream.concat(
                FIXTURE.memberships().stream().filter(other -> !other.userId().equals(userId)),
                Stream.of(memberships))
            .toList());
  }

  static Caller caller(String userId) {
    return new Caller(userId, ORGANIZATION);
  }

  static PermissionRequest request(String userId, String permission, String organizationId) {
    return new PermissionRequest(caller(userId), permission, organizationId, Optional.empty());
  }
}
