package io.latchkey.tck;

import io.latchkey.spi.permission.PermissionChecker;
import java.time.Duration;
import java.util.Set;

/** What a {@link PermissionChecker} under test decides by. Starts without a grant. */
public interface PermissionCheckerBackend extends Backend<PermissionChecker> {

  /** A role that may be granted, and holds no permission. */
  String ROLE_WITHOUT_PERMISSIONS = "TCK_ROLE_WITHOUT_PERMISSIONS";

  /** What a checker may offer beyond what it must, and the kit then holds it to. */
  enum Feature {
    /** {@link PermissionChecker#permittedOrganizations()} is present. */
    PERMITTED_ORGANIZATIONS
  }

  /**
   * Makes the backend hold these organizations, users and grants, in place of those of an earlier
   * call. It may hold more of other ids. The roles hold what the wire contract says by default;
   * {@link #ROLE_WITHOUT_PERMISSIONS} holds nothing, and is made known to a checker that takes no
   * others. Called with open providers too, which must see the change.
   *
   * @param fixture what it is to hold
   */
  void fill(DirectoryFixture fixture);

  /**
   * What the checker under test offers. What is named here must be there, and what is not named
   * must not.
   *
   * @return the features; none by default
   */
  default Set<Feature> features() {
    return Set.of();
  }

  /**
   * How long a decision may be behind the backend, as the provider's documentation says.
   *
   * @return zero by default: a change is seen by the next call
   */
  default Duration staleness() {
    return Duration.ZERO;
  }

  /**
   * How long a call may take while the backend is interrupted, by the settings that the checkers
   * are opened with.
   *
   * @return 10 s by default
   */
  default Duration timeLimit() {
    return Duration.ofSeconds(10);
  }
}
