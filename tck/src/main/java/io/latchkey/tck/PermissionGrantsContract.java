package io.latchkey.tck;

import static io.latchkey.spi.permission.PermissionDecision.NO_MEMBERSHIP;
import static io.latchkey.spi.permission.PermissionDecision.PERMISSION_MISSING;
import static io.latchkey.spi.permission.PermissionDecision.PERMIT;
import static io.latchkey.tck.DirectorySamples.ORGANIZATION;
import static io.latchkey.tck.DirectorySamples.OTHER_ORGANIZATION;
import static io.latchkey.tck.DirectorySamples.each;
import static io.latchkey.tck.PermissionCheckerContract.READERS;
import static io.latchkey.tck.PermissionCheckerContract.WRITERS;

import io.latchkey.spi.permission.Caller;
import io.latchkey.spi.permission.PermissionRequest;
import io.latchkey.tck.rule.Rule;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the roles of a caller permit, and where. */
public abstract class PermissionGrantsContract extends PermissionCheckerTopic {

  /** For the {@link PermissionCheckerContract}. */
  PermissionGrantsContract() {}

  @Rule("PC-1")
  @TestFactory
  public final Stream<DynamicTest> check_ofRoleThatHoldsWrite_permitsBoth() {
    return each(
        WRITERS,
        role -> {
          assertDecision(PERMIT, "tck-" + role, WRITE, ORGANIZATION);
          assertDecision(PERMIT, "tck-" + role, READ, ORGANIZATION);
        });
  }

  @Rule("PC-2")
  @TestFactory
  public final Stream<DynamicTest> check_ofRoleThatHoldsRead_permitsReadAlone() {
    return each(
        READERS,
        role -> {
          assertDecision(PERMISSION_MISSING, "tck-" + role, WRITE, ORGANIZATION);
          assertDecision(PERMIT, "tck-" + role, READ, ORGANIZATION);
        });
  }

  @Rule("PC-3")
  @TestFactory
  public final Stream<DynamicTest> check_ofRoleInTheWholeInstance_holdsInEveryOrganization() {
    return each(
        WRITERS.stream().filter(role -> role.startsWith("IAM_")).toList(),
        role -> assertDecision(PERMIT, "tck-" + role, WRITE, OTHER_ORGANIZATION));
  }

  @Rule("PC-4")
  @Test
  public final void check_ofViewerOfTheWholeInstance_permitsReadInEveryOrganization() {
    assertDecision(PERMIT, "tck-IAM_OWNER_VIEWER", READ, OTHER_ORGANIZATION);
    assertDecision(PERMISSION_MISSING, "tck-IAM_OWNER_VIEWER", WRITE, OTHER_ORGANIZATION);
  }

  @Rule("PC-5")
  @TestFactory
  public final Stream<DynamicTest> check_ofRoleInTheWholeInstance_holdsWhereNoOrganizationIs() {
    return each(
        DirectorySamples.STRANGE_IDS, id -> assertDecision(PERMIT, "tck-IAM_OWNER", WRITE, id));
  }

  @Rule("PC-6")
  @Test
  public final void check_ofRoleInAnotherOrganization_isNoMembership() {
    assertDecision(NO_MEMBERSHIP, OWNER, WRITE, OTHER_ORGANIZATION);
    assertDecision(NO_MEMBERSHIP, OWNER, READ, OTHER_ORGANIZATION);
  }

  @Rule("PC-7")
  @Test
  public final void check_ofRoleOutsideTheOwnOrganization_holdsThereAlone() {
    assertDecision(PERMIT, "tck-elsewhere", WRITE, OTHER_ORGANIZATION);
    assertDecision(NO_MEMBERSHIP, "tck-elsewhere", WRITE, ORGANIZATION);
  }

  @Rule("PC-8")
  @Test
  public final void check_ofUserWithoutRoles_isNoMembership() {
    assertDecision(NO_MEMBERSHIP, "tck-nobody", READ, ORGANIZATION);
  }

  @Rule("PC-9")
  @Test
  public final void check_ofSeveralRoles_permitsWhatOneHolds() {
    assertDecision(PERMIT, "tck-both", WRITE, ORGANIZATION);
    assertDecision(PERMIT, "tck-both", READ, ORGANIZATION);
  }

  @Rule("PC-10")
  @Test
  public final void check_ofRolesHereAndInTheWholeInstance_addsThemUp() {
    assertDecision(PERMIT, "tck-mixed", WRITE, ORGANIZATION);
    assertDecision(PERMIT, "tck-mixed", READ, OTHER_ORGANIZATION);
    assertDecision(PERMISSION_MISSING, "tck-mixed", WRITE, OTHER_ORGANIZATION);
  }

  @Rule("PC-11")
  @Test
  public final void check_ofUnknownPermission_isPermissionMissing() {
    assertDecision(PERMISSION_MISSING, OWNER, "tck.unknown", ORGANIZATION);
    assertDecision(PERMISSION_MISSING, OWNER, "USER.WRITE", ORGANIZATION);
    assertDecision(PERMISSION_MISSING, OWNER, "user.*", ORGANIZATION);
  }

  @Rule("PC-12")
  @Test
  public final void check_ofRoleThatHoldsNothing_isPermissionMissing() {
    assertDecision(PERMISSION_MISSING, "tck-empty", READ, ORGANIZATION);
    assertDecision(PERMISSION_MISSING, "tck-empty", WRITE, ORGANIZATION);
  }

  @Rule("PC-13")
  @Test
  public final void check_aboutOneUser_isAsAboutNone() {
    Caller caller = new Caller(OWNER, ORGANIZATION);

    assertDecision(
        checker,
        PERMIT,
        new PermissionRequest(caller, WRITE, ORGANIZATION, Optional.of("tck-nobody")));
  }
}
