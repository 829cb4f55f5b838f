package io.latchkey.tck.http;

import io.latchkey.tck.DirectoryFixture;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * A running host that serves the endpoint, with an administrator.
 *
 * <p>One host may serve all tests: they ask for nothing that depends on what earlier ones have
 * left. They fill its directory and move its clock, and must not run at the same time as each
 * other; within one test calls may come from several threads.
 */
public interface HostUnderTest {

  /**
   * Where the endpoint is. Calls go to {@code <baseUri>/management/v1/users/{userId}/pats}.
   *
   * @return an {@code http} address without a slash at its end
   */
  URI baseUri();

  /**
   * A personal access token of an active machine user that has the role {@code IAM_OWNER} in the
   * whole instance, and belongs to an organization that is in no fixture. It must not expire: tests
   * move the time by hours.
   *
   * @return the token in clear
   */
  String administratorToken();

  /**
   * Makes the directory hold exactly a fixture beside the administrator and its organization.
   * Returns when it is in force. Tokens of users that stay are kept.
   *
   * @param fixture organizations, users and memberships
   */
  void fill(DirectoryFixture fixture);

  /**
   * Lets time pass for the host: a settable clock is moved, a host with a real clock waits. The
   * suite asks for less than a minute in all when {@link #clockStandsStill()} is false.
   *
   * @param duration how long, not negative
   */
  void passTime(Duration duration);

  /**
   * The time by the clock of the host.
   *
   * @return the present time
   */
  Instant now();

  /**
   * Whether the clock of the host moves by {@link #passTime} alone. Only then can a test meet an
   * instant exactly; with a real clock it stays a little on the safe side of it.
   *
   * @return false unless the host says otherwise
   */
  default boolean clockStandsStill() {
    return false;
  }

  /**
   * Whether the permission checker of the host offers {@link
   * io.latchkey.spi.permission.PermissionChecker#permittedOrganizations()}: a search then shows the
   * tokens of all organizations where the caller may read users, and else those of the
   * organizations that the request names. The suite holds the host to what is said here.
   *
   * @return true unless the host says otherwise
   */
  default boolean listsPermittedOrganizations() {
    return true;
  }
}
