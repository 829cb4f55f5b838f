package io.latchkey.keycloak.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.DirectoryFixture.Membership;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a realm hold the users of a fixture, by Keycloak's admin API, with as few requests as will
 * do: what is known to be as it should be is left alone.
 */
final class TestUsers {

  private static final String PATH = "/" + TestRealm.NAME;
  private static final Set<String> READING = Set.of("IAM_OWNER_VIEWER", "ORG_OWNER_VIEWER");

  private final AdminApi api;
  private final Map<String, User> users = new HashMap<>();
  private final Map<String, Set<String>> roles = new HashMap<>();

  TestUsers(AdminApi api) {
    this.api = api;
  }

  void fill(DirectoryFixture fixture) {
    Map<String, User> wanted = new HashMap<>();
    fixture.users().forEach(user -> wanted.put(user.userId(), user));
    for (User user : List.copyOf(users.values())) {
      if (!wanted.containsKey(user.userId())) {
        remove(user);
      }
    }
    add(wanted.values().stream().filter(user -> !users.containsKey(user.userId())).toList());
    wanted.values().forEach(this::change);
    for (String userId : wanted.keySet()) {
      grant(userId, roles(userId, fixture.memberships()));
    }
  }

  private void remove(User user) {
    api.delete(path(user));
    users.remove(user.userId());
    roles.remove(user.userId());
  }

  /** By an import, in which ids can be chosen. */
  private void add(List<User> added) {
    if (added.isEmpty()) {
      return;
    }
    List<Map<String, Object>> representations = new ArrayList<>();
    for (User user : added) {
      representations.add(
          Map.of(
              "id", user.userId(),
              "username", user.loginName(),
              "enabled", user.state() != UserState.INACTIVE,
              "groups", List.of("/" + TestRealm.members(user.organizationId())),
              "attributes",
                  user.kind() == UserKind.MACHINE
                      ? Map.of("userType", List.of("machine"))
                      : Map.of()));
    }
    api.post(PATH + "/partialImport", Map.of("ifResourceExists", "FAIL", "users", representations));
    for (User user : added) {
      api.post(PATH + "/organizations/" + user.organizationId() + "/members", user.userId());
      if (user.state() == UserState.LOCKED) {
        lock(user);
      }
      users.put(user.userId(), user);
      roles.put(user.userId(), Set.of());
    }
  }

  private void change(User user) {
    User known = users.put(user.userId(), user);
    if (user.equals(known)) {
      return;
    }
    if (known.kind() != user.kind()) {
      throw new AssertionError("a test changes the kind of a user: " + user);
    }
    if (!known.organizationId().equals(user.organizationId())) {
      move(user, known.organizationId());
    }
    JsonNode representation = api.get(path(user));
    ((com.fasterxml.jackson.databind.node.ObjectNode) representation)
        .put("enabled", user.state() != UserState.INACTIVE);
    api.put(path(user), representation);
    if (user.state() == UserState.LOCKED) {
      lock(user);
    } else {
      api.delete(lockPath(user));
    }
  }

  private void move(User user, String before) {
    String userId = AdminApi.encoded(user.userId());
    api.delete(PATH + "/organizations/" + before + "/members/" + userId);
    api.post(PATH + "/organizations/" + user.organizationId() + "/members", user.userId());
    api.delete(path(user) + "/groups/" + group(before));
    api.put(path(user) + "/groups/" + group(user.organizationId()), Map.of());
  }

  private String group(String organization) {
    return api.get(PATH + "/groups?exact=true&search=" + TestRealm.members(organization))
        .get(0)
        .get("id")
        .asText();
  }

  /** By what locks a user: somebody who does not know the password. */
  private void lock(User user) {
    for (int i = 0; i < 10 && !api.get(lockPath(user)).get("disabled").asBoolean(); i++) {
      api.grant(
          TestRealm.NAME,
          Map.of(
              "grant_type", "password",
              "client_id", "admin-cli",
              "username", user.loginName(),
              "password", "wrong"));
    }
    if (!api.get(lockPath(user)).get("disabled").asBoolean()) {
      throw new AssertionError("Keycloak does not lock " + user);
    }
  }

  private void grant(String userId, Set<String> wanted) {
    Set<String> known = roles.put(userId, wanted);
    for (String role : known) {
      if (!wanted.contains(role)) {
        api.delete(mappings(userId, role), List.of(role(role)));
      }
    }
    for (String role : wanted) {
      if (!known.contains(role)) {
        api.post(mappings(userId, role), List.of(role(role)));
      }
    }
  }

  /** The names of Keycloak's roles that a user has for those of a fixture. */
  private static Set<String> roles(String userId, List<Membership> memberships) {
    Set<String> names = new HashSet<>();
    for (Membership membership : memberships) {
      if (membership.userId().equals(userId)) {
        for (String role : membership.roles()) {
          boolean reads = READING.contains(role);
          names.add(
              membership
                  .organizationId()
                  .map(where -> reads ? TestRealm.viewers(where) : TestRealm.managers(where))
                  .orElse(reads ? "view-users" : "manage-users"));
        }
      }
    }
    return names;
  }

  /** The service account of a client gets the role that administers all users. */
  void makeAdministrator(String userId) {
    api.post(mappings(userId, "manage-users"), List.of(role("manage-users")));
  }

  private JsonNode role(String name) {
    return isOfRealm(name)
        ? api.get(PATH + "/roles/" + name)
        : api.get(PATH + "/clients/" + realmManagement() + "/roles/" + name);
  }

  private String mappings(String userId, String role) {
    String mappings = PATH + "/users/" + AdminApi.encoded(userId) + "/role-mappings/";
    return isOfRealm(role) ? mappings + "realm" : mappings + "clients/" + realmManagement();
  }

  private static boolean isOfRealm(String role) {
    return role.contains("-of-");
  }

  private String realmManagement() {
    return api.get(PATH + "/clients?clientId=realm-management").get(0).get("id").asText();
  }

  private static String path(User user) {
    return PATH + "/users/" + AdminApi.encoded(user.userId());
  }

  private static String lockPath(User user) {
    return PATH + "/attack-detection/brute-force/users/" + AdminApi.encoded(user.userId());
  }
}
