package io.latchkey.tck;

import static io.latchkey.spi.permission.PermissionDecision.PERMIT;
import static io.latchkey.tck.CallAssertions.answerOnceBack;
import static io.latchkey.tck.CallAssertions.assertCouldNotTell;
import static io.latchkey.tck.DirectorySamples.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.tck.rule.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a {@link PermissionChecker} does while its backend is away, and afterwards. */
public abstract class PermissionOutageContract extends PermissionCheckerTopic {

  /** For the {@link PermissionCheckerContract}. */
  PermissionOutageContract() {}

  /** The checker has worked, and what the tests ask for is not what it was asked for before. */
  @BeforeEach
  public final void useTheChecker() {
    checker.check(request("tck-both", READ, ORGANIZATION));
  }

  @Rule("PC-26")
  @Test
  public final void open_whileTheBackendIsAway_succeeds() {
    backend().interrupt();

    assertThatCode(this::anotherChecker)
        .as("what making a checker throws while the backend is away")
        .doesNotThrowAnyException();
  }

  @Rule("PC-27")
  @Test
  public final void check_ofCheckerThatWasOpenedWhileTheBackendWasAway_worksOnceItIsBack() {
    backend().interrupt();
    PermissionChecker early = anotherChecker();
    assertThat(early.check().problem()).as("problem that check() tells").isPresent();

    backend().restore();

    assertThat(answerOnceBack("check", () -> early.check(request(OWNER, WRITE, ORGANIZATION))))
        .as("decision for one with a role")
        .isEqualTo(PERMIT);
  }

  @Rule("PC-28")
  @Test
  public final void check_ofTheProviderWhileTheBackendIsAway_tellsTheProblem() {
    backend().interrupt();

    CallAssertions.assertTellsProblem(checker);
  }

  @Rule("PC-29")
  @Test
  public final void check_ofOneWithARoleWhileTheBackendIsAway_couldNotTell() {
    backend().interrupt();

    assertCouldNotTell("check", () -> checker.check(request(OWNER, WRITE, ORGANIZATION)));
    assertCouldNotTell("check", () -> checker.check(request("tck-IAM_OWNER", READ, "tck-none")));
  }

  @Rule("PC-30")
  @Test
  public final void check_ofOneWithoutARoleWhileTheBackendIsAway_couldNotTell() {
    backend().interrupt();

    assertCouldNotTell("check", () -> checker.check(request("tck-nobody", READ, ORGANIZATION)));
    assertCouldNotTell("check", () -> checker.check(request("tck-unknown", READ, ORGANIZATION)));
  }

  @Rule("PC-31")
  @Test
  public final void everyCall_whileTheBackendIsAway_endsInTime() {
    backend().interrupt();

    CallAssertions.assertEndInTime(
        backend().timeLimit(),
        () -> checker.check(request(OWNER, WRITE, ORGANIZATION)),
        () -> checker.check());
  }

  @Rule("PC-32")
  @Test
  public final void check_onceTheBackendIsBack_worksAgain() {
    backend().interrupt();
    assertThat(checker.check().problem()).as("problem that check() tells").isPresent();

    backend().restore();

    assertThat(answerOnceBack("check", () -> checker.check(request(OWNER, WRITE, ORGANIZATION))))
        .as("decision for one with a role")
        .isEqualTo(PERMIT);
    ProviderAssertions.assertWell(checker);
  }

  @Rule("PC-33")
  @Test
  public final void close_whileTheBackendIsAway_succeeds() {
    backend().interrupt();

    assertThatCode(() -> close(checker))
        .as("what close() throws while the backend is away")
        .doesNotThrowAnyException();
  }
}
