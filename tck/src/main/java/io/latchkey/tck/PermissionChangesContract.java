package io.latchkey.tck;

import static io.latchkey.spi.permission.PermissionDecision.NO_MEMBERSHIP;
import static io.latchkey.spi.permission.PermissionDecision.PERMISSION_MISSING;
import static io.latchkey.spi.permission.PermissionDecision.PERMIT;
import static io.latchkey.tck.DirectorySamples.ORGANIZATION;
import static io.latchkey.tck.DirectorySamples.OTHER_ORGANIZATION;
import static io.latchkey.tck.PermissionCheckerContract.in;

import io.latchkey.tck.DirectoryFixture.Membership;
import io.latchkey.tck.rule.Rule;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Which changes of the grants a {@link io.latchkey.spi.permission.PermissionChecker} honours on
 * every node, by the next call or as soon as {@link PermissionCheckerBackend#staleness()} says.
 */
public abstract class PermissionChangesContract extends PermissionCheckerTopic {

  private static final String OWNER_OF_ALL = "tck-IAM_OWNER";

  /** For the {@link PermissionCheckerContract}. */
  PermissionChangesContract() {}

  @Rule("PC-20")
  @Test
  public final void check_afterARoleWasWithdrawn_isNoMembership() {
    assertSeen(request(OWNER, WRITE, ORGANIZATION), PERMIT, with(OWNER), NO_MEMBERSHIP);
  }

  @Rule("PC-21")
  @Test
  public final void check_afterARoleWasGranted_permits() {
    assertSeen(
        request("tck-nobody", WRITE, ORGANIZATION),
        NO_MEMBERSHIP,
        with("tck-nobody", in(ORGANIZATION, "tck-nobody", "ORG_OWNER")),
        PERMIT);
  }

  @Rule("PC-22")
  @Test
  public final void check_afterARoleWasReplaced_permitsWhatTheNewOneHolds() {
    assertSeen(
        request(OWNER, WRITE, ORGANIZATION),
        PERMIT,
        with(OWNER, in(ORGANIZATION, OWNER, "ORG_OWNER_VIEWER")),
        PERMISSION_MISSING);
  }

  @Rule("PC-23")
  @Test
  public final void check_afterARoleInTheWholeInstanceWasWithdrawn_isNoMembership() {
    assertSeen(
        request(OWNER_OF_ALL, WRITE, OTHER_ORGANIZATION),
        PERMIT,
        with(OWNER_OF_ALL),
        NO_MEMBERSHIP);
  }

  @Rule("PC-24")
  @Test
  public final void check_afterARoleInTheWholeInstanceWasGranted_permits() {
    assertSeen(
        request("tck-nobody", WRITE, OTHER_ORGANIZATION),
        NO_MEMBERSHIP,
        with("tck-nobody", new Membership("tck-nobody", Optional.empty(), Set.of("IAM_OWNER"))),
        PERMIT);
  }

  @Rule("PC-25")
  @Test
  public final void check_afterTheUserWasRemoved_isNoMembership() {
    assertSeen(
        request("tck-elsewhere", WRITE, OTHER_ORGANIZATION),
        PERMIT,
        FIXTURE.without("tck-elsewhere"),
        NO_MEMBERSHIP);
  }
}
