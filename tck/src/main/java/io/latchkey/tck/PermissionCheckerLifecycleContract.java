package io.latchkey.tck;

import static io.latchkey.spi.permission.PermissionDecision.NO_MEMBERSHIP;
import static io.latchkey.spi.permission.PermissionDecision.PERMISSION_MISSING;
import static io.latchkey.spi.permission.PermissionDecision.PERMIT;
import static io.latchkey.tck.CallAssertions.assertRefusesClosed;
import static io.latchkey.tck.DirectorySamples.ORGANIZATION;
import static io.latchkey.tck.ProviderAssertions.assertRefusesNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermissionDecision;
import io.latchkey.tck.internal.Together;
import io.latchkey.tck.rule.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How a {@link PermissionChecker} is checked, shared and closed. */
public abstract class PermissionCheckerLifecycleContract extends PermissionCheckerTopic {

  private static final int THREADS = 8;
  private static final int ROUNDS = 5;

  /** For the {@link PermissionCheckerContract}. */
  PermissionCheckerLifecycleContract() {}

  @Rule("PC-34")
  @Test
  public final void check_ofTheProvider_isOk() {
    ProviderAssertions.assertWell(checker);
  }

  @Rule("PC-35")
  @Test
  public final void check_byManyThreads_decidesForEachItsOwn() {
    List<List<PermissionDecision>> decided =
        Together.call(
            THREADS,
            () ->
                Stream.generate(() -> List.of(OWNER, "tck-ORG_OWNER_VIEWER", "tck-nobody"))
                    .limit(ROUNDS)
                    .flatMap(List::stream)
                    .map(userId -> checker.check(request(userId, WRITE, ORGANIZATION)))
                    .toList());

    assertThat(decided)
        .as("what each of %s threads was told", THREADS)
        .containsOnly(
            Stream.generate(() -> List.of(PERMIT, PERMISSION_MISSING, NO_MEMBERSHIP))
                .limit(ROUNDS)
                .flatMap(List::stream)
                .toList());
  }

  @Rule("PC-36")
  @Test
  public final void close_twice_isAsOnce() {
    ProviderAssertions.assertClosesTwice(checker);
  }

  @Rule("PC-37")
  @Test
  public final void close_ofOneChecker_leavesTheOthers() {
    PermissionChecker other = anotherChecker();
    assertDecision(other, PERMIT, request(OWNER, READ, ORGANIZATION));

    close(checker);

    assertDecision(other, PERMIT, request(OWNER, WRITE, ORGANIZATION));
    ProviderAssertions.assertWell(other);
  }

  @Rule("PC-38")
  @Test
  public final void open_afterClose_decidesAsBefore() {
    close(checker);

    assertDecision(anotherChecker(), PERMIT, request(OWNER, WRITE, ORGANIZATION));
  }

  @Rule("PC-39")
  @Test
  public final void check_afterClose_isRefused() {
    close(checker);

    assertRefusesClosed("check", () -> checker.check(request("tck-nobody", READ, ORGANIZATION)));
  }

  @Rule("PC-40")
  @Test
  public final void check_ofTheProviderAfterClose_isRefused() {
    close(checker);

    assertRefusesClosed("check()", () -> checker.check());
  }

  @Rule("PC-41")
  @Test
  @SuppressWarnings("NullAway") // a caller that is not checked by NullAway can do this
  public final void null_isRefusedByName() {
    assertRefusesNull("request", () -> checker.check(null));
  }
}
