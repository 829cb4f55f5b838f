package io.latchkey.tck.http;

import static io.latchkey.tck.http.Population.ORGANIZATION;
import static io.latchkey.tck.http.Population.OTHER_ORGANIZATION;

import java.util.ArrayList;
import java.util.List;

/**
 * One case of who is where.
 *
 * @param caller the organization of the caller
 * @param everywhere whether the caller's role holds in the whole instance, else in its own
 *     organization
 * @param header how the request names an organization
 * @param user the organization of the user
 * @param token the organization of the user's token, where the user was before
 */
record OrganizationCell(
    String caller, boolean everywhere, OrganizationForm header, String user, String token) {

  private static final List<String> ORGANIZATIONS = List.of(ORGANIZATION, OTHER_ORGANIZATION);

  static List<OrganizationCell> all() {
    List<OrganizationCell> all = new ArrayList<>();
    for (String caller : ORGANIZATIONS) {
      for (boolean everywhere : List.of(true, false)) {
        for (OrganizationForm header : OrganizationForm.values()) {
          for (String user : ORGANIZATIONS) {
            ORGANIZATIONS.forEach(
                token -> all.add(new OrganizationCell(caller, everywhere, header, user, token)));
          }
        }
      }
    }
    return all;
  }

  String callerId() {
    return "tck-caller-of-" + caller + (everywhere ? "-everywhere" : "");
  }

  String userId() {
    return "tck-user-from-" + token + "-in-" + user;
  }

  boolean isLeftBehind() {
    return !token.equals(user);
  }

  boolean holdsRoleIn(String organizationId) {
    return everywhere || caller.equals(organizationId);
  }

  String actedIn() {
    return header.actedIn(caller);
  }
}
