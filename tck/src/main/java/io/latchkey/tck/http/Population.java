package io.latchkey.tck.http;

import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.DirectoryFixture.Membership;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The organizations and users that the acceptance suite works with. */
final class Population {

  static final String ORGANIZATION = "tck-org-a";
  static final String OTHER_ORGANIZATION = "tck-org-b";

  /**
   * Whom tokens are made for. All but the stranger and the visitor are of the first organization.
   */
  static final String MACHINE = "tck-machine";

  static final String NEIGHBOUR = "tck-neighbour";
  static final String STRANGER = "tck-stranger";
  static final String HUMAN = "tck-human";
  static final String VISITOR = "tck-human-of-b";
  static final String INACTIVE = "tck-inactive";
  static final String LOCKED = "tck-locked";
  static final String ODD = "tck odd+\u00e9";
  static final String UNKNOWN = "tck-unknown";

  /** Who makes them: machine users of the first organization. */
  static final String OWNER = "tck-owner";

  static final String VIEWER = "tck-viewer";
  static final String NOBODY = "tck-nobody";
  static final String GUEST = "tck-owner-of-b";
  static final String INSTANCE_OWNER = "tck-instance-owner";

  static final List<String> ROLES_THAT_WRITE =
      List.of("IAM_OWNER", "IAM_ORG_MANAGER", "IAM_USER_MANAGER", "ORG_OWNER", "ORG_USER_MANAGER");
  static final List<String> ROLES_THAT_READ = List.of("IAM_OWNER_VIEWER", "ORG_OWNER_VIEWER");

  static final DirectoryFixture FIXTURE = fixture();

  private Population() {}

  /** The user that has one role: instance-wide if it starts with IAM_, else where the user is. */
  static String withRole(String role) {
    return "tck-" + role.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static User machine(String userId, UserState state) {
    return user(userId, ORGANIZATION, UserKind.MACHINE, state);
  }

  private static DirectoryFixture fixture() {
    List<User> users = new ArrayList<>();
    for (String id :
        List.of(MACHINE, NEIGHBOUR, ODD, OWNER, VIEWER, NOBODY, GUEST, INSTANCE_OWNER)) {
      users.add(machine(id, UserState.ACTIVE));
    }
    users.add(machine(INACTIVE, UserState.INACTIVE));
    users.add(machine(LOCKED, UserState.LOCKED));
    users.add(user(STRANGER, OTHER_ORGANIZATION, UserKind.MACHINE, UserState.ACTIVE));
    users.add(user(HUMAN, ORGANIZATION, UserKind.HUMAN, UserState.ACTIVE));
    users.add(user(VISITOR, OTHER_ORGANIZATION, UserKind.HUMAN, UserState.ACTIVE));
    List<Membership> memberships = new ArrayList<>();
    memberships.add(in(ORGANIZATION, OWNER, "ORG_OWNER"));
    memberships.add(in(ORGANIZATION, VIEWER, "ORG_OWNER_VIEWER"));
    memberships.add(in(OTHER_ORGANIZATION, GUEST, "ORG_OWNER"));
    memberships.add(everywhere(INSTANCE_OWNER, "IAM_OWNER"));
    List<String> roles = new ArrayList<>(ROLES_THAT_WRITE);
    roles.addAll(ROLES_THAT_READ);
    for (String role : roles) {
      String id = withRole(role);
      users.add(machine(id, UserState.ACTIVE));
      memberships.add(role.startsWith("IAM_") ? everywhere(id, role) : in(ORGANIZATION, id, role));
    }
    return new DirectoryFixture(
        List.of(
            new Organization(ORGANIZATION, "Organization A"),
            new Organization(OTHER_ORGANIZATION, "Organization B")),
        users,
        memberships);
  }

  private static User user(String id, String organizationId, UserKind kind, UserState state) {
    return new User(id, organizationId, kind, state, id + "@tck.example");
  }

  private static Membership in(String organizationId, String userId, String role) {
    return new Membership(userId, Optional.of(organizationId), Set.of(role));
  }

  private static Membership everywhere(String userId, String role) {
    return new Membership(userId, Optional.empty(), Set.of(role));
  }
}
