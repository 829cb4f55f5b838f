package io.latchkey.tck;

import static io.latchkey.spi.permission.PermissionDecision.PERMIT;
import static io.latchkey.tck.CallAssertions.answerOnceBack;
import static io.latchkey.tck.CallAssertions.assertCouldNotTell;
import static io.latchkey.tck.DirectorySamples.ORGANIZATION;
import static io.latchkey.tck.DirectorySamples.OTHER_ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.tck.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a {@link PermissionChecker} does while its backend is away, and afterwards. */
public abstract class PermissionOutageContract extends PermissionCheckerTopic {

  private boolean isAway;

  /** For the {@link PermissionCheckerContract}. */
  PermissionOutageContract() {}

  /** The checker has worked, and what the tests ask for is not what it was asked for before. */
  @BeforeEach
  public final void useTheChecker() {
    checker.check(request("tck-both", READ, ORGANIZATION));
  }

  /** So that the checkers can be closed as in any test. */
  @AfterEach
  public final void endTheOutage() {
    if (isAway) {
      restore();
    }
  }

  private void interrupt() {
    backend().interrupt();
    isAway = true;
  }

  private void restore() {
    isAway = false;
    backend().restore();
  }

  @Rule("PC-26")
  @Test
  public final void open_whileTheBackendIsAway_makesACheckerThatWorksOnceItIsBack() {
    interrupt();
    List<PermissionChecker> early = new ArrayList<>();
    assertThatCode(() -> early.add(anotherChecker()))
        .as("what making a checker throws while the backend is away")
        .doesNotThrowAnyException();

    restore();

    assertPermits(early.get(0));
  }

  @Rule("PC-27")
  @Test
  public final void check_firstAskedWhileTheBackendIsAway_worksOnceItIsBack() {
    PermissionChecker unused = anotherChecker();
    interrupt();
    CallAssertions.attempt(() -> unused.check(request(OWNER, WRITE, ORGANIZATION)));

    restore();

    assertPermits(unused);
  }

  private static void assertPermits(PermissionChecker checker) {
    assertThat(answerOnceBack("check", () -> checker.check(request(OWNER, WRITE, ORGANIZATION))))
        .as("decision for one with a role, once the backend is back")
        .isEqualTo(PERMIT);
  }

  @Rule("PC-28")
  @Test
  public final void check_ofTheProviderWhileTheBackendIsAway_tellsTheProblem() {
    interrupt();

    CallAssertions.assertTellsProblem(checker);
  }

  @Rule("PC-29")
  @Test
  public final void check_ofOneWithARoleWhileTheBackendIsAway_couldNotTell() {
    interrupt();

    assertCouldNotTell("check", () -> checker.check(request(OWNER, WRITE, ORGANIZATION)));
    assertCouldNotTell("check", () -> checker.check(request("tck-IAM_OWNER", READ, "tck-none")));
  }

  @Rule("PC-30")
  @Test
  public final void check_ofOneWithoutARoleWhileTheBackendIsAway_couldNotTell() {
    interrupt();

    assertCouldNotTell("check", () -> checker.check(request("tck-nobody", READ, ORGANIZATION)));
    assertCouldNotTell("check", () -> checker.check(request("tck-unknown", READ, ORGANIZATION)));
  }

  @Rule("PC-31")
  @Test
  public final void everyCall_whileTheBackendIsAway_endsInTime() {
    interrupt();

    CallAssertions.assertEndInTime(
        backend().timeLimit(),
        () -> checker.check(request(OWNER, WRITE, ORGANIZATION)),
        () -> checker.check(),
        () ->
            checker
                .permittedOrganizations()
                .ifPresent(permitted -> permitted.find(caller(OWNER), WRITE)));
  }

  @Rule("PC-32")
  @Test
  public final void check_onceTheBackendIsBack_worksAgain() {
    interrupt();
    CallAssertions.attempt(() -> checker.check(request(OWNER, WRITE, ORGANIZATION)));

    restore();

    assertPermits(checker);
    ProviderAssertions.assertWell(checker);
    checker
        .permittedOrganizations()
        .ifPresent(
            permitted ->
                assertThat(
                        answerOnceBack(
                            "find", () -> permitted.find(caller("tck-elsewhere"), WRITE)))
                    .as("organizations that are found, once the backend is back")
                    .containsExactly(OTHER_ORGANIZATION));
  }

  @Rule("PC-33")
  @Test
  public final void close_whileTheBackendIsAway_succeeds() {
    interrupt();

    assertThatCode(() -> close(checker))
        .as("what close() throws while the backend is away")
        .doesNotThrowAnyException();
  }

  @Rule("PC-54")
  @Test
  public final void find_whileTheBackendIsAway_couldNotTell() {
    interrupt();

    checker
        .permittedOrganizations()
        .ifPresent(
            permitted -> {
              assertCouldNotTell("find", () -> permitted.find(caller(OWNER), READ));
              assertCouldNotTell("find", () -> permitted.find(caller("tck-nobody"), READ));
              assertCouldNotTell("find", () -> permitted.find(caller("tck-unknown"), "tck.none"));
            });
  }
}
