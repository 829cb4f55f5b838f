package io.latchkey.keycloak.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A realm in which the organizations of a fixture are Keycloak's, and its roles are what an
 * operator would make of them: administrators of all users have the realm's own roles; those of one
 * organization have a role of that name, to which fine-grained permissions give the organization
 * and the members of a group.
 */
final class TestRealm {

  static final String NAME = "tck";
  static final String CLIENT = "tck-administrator";

  private static final String PATH = "/" + NAME;

  private final AdminApi api;
  private final List<String> organizations;

  private TestRealm(AdminApi api, List<String> organizations) {
    this.api = api;
    this.organizations = organizations;
  }

  /** Makes the realm; ids of organizations can be chosen in an import alone. */
  static TestRealm make(AdminApi api, List<String> organizations) {
    TestRealm realm = new TestRealm(api, organizations);
    realm.importRealm();
    api.allowAnyAttribute(NAME);
    organizations.forEach(realm::permit);
    return realm;
  }

  static String managers(String organization) {
    return "managers-of-" + organization;
  }

  static String viewers(String organization) {
    return "viewers-of-" + organization;
  }

  static String members(String organization) {
    return "members-of-" + organization;
  }

  private void importRealm() {
    api.post(
        "",
        Map.ofEntries(
            Map.entry("id", NAME),
            Map.entry("realm", NAME),
            Map.entry("enabled", true),
            Map.entry("organizationsEnabled", true),
            Map.entry("adminPermissionsEnabled", true),
            Map.entry("adminEventsEnabled", true),
            Map.entry("adminEventsDetailsEnabled", true),
            Map.entry("bruteForceProtected", true),
            Map.entry("failureFactor", 1),
            Map.entry(
                "organizations",
                organizations.stream()
                    .map(id -> Map.of("id", id, "name", id, "alias", id, "enabled", true))
                    .toList()),
            Map.entry(
                "groups", organizations.stream().map(id -> Map.of("name", members(id))).toList()),
            Map.entry(
                "roles",
                Map.of(
                    "realm",
                    organizations.stream()
                        .flatMap(
                            id ->
                                List.of(
                                    Map.of("name", viewers(id)),
                                    Map.of(
                                        "name",
                                        managers(id),
                                        "composite",
                                        true,
                                        "composites",
                                        Map.of("realm", List.of(viewers(id)))))
                                    .stream())
                        .toList())),
            Map.entry(
                "clients",
                List.of(
                    Map.of(
                        "clientId",
                        CLIENT,
                        "secret",
                        CLIENT,
                        "publicClient",
                        false,
                        "serviceAccountsEnabled",
                        true)))));
  }

  /** What managers and viewers of an organization may do. */
  private void permit(String organization) {
    String group =
        api.get(PATH + "/groups?exact=true&search=" + members(organization))
            .get(0)
            .get("id")
            .asText();
    String manages = policy(managers(organization));
    String views = policy(viewers(organization));
    permission("manage-org-" + organization, "Organizations", organization, "manage", manages);
    permission("view-org-" + organization, "Organizations", organization, "view", views);
    permission("manage-" + organization, "Groups", group, "manage-members", manages);
    permission("view-" + organization, "Groups", group, "view-members", views);
  }

  private String policy(String role) {
    JsonNode found = api.get(PATH + "/roles/" + role);
    api.post(
        permissions() + "/policy/role",
        Map.of(
            "name",
            "has " + role,
            "roles",
            List.of(Map.of("id", found.get("id").asText(), "required", true))));
    return "has " + role;
  }

  private void permission(
      String name, String resourceType, String resource, String scope, String policy) {
    api.post(
        permissions() + "/permission/scope",
        Map.of(
            "name",
            name,
            "resourceType",
            resourceType,
            "resources",
            List.of(resource),
            "scopes",
            List.of(scope),
            "policies",
            List.of(policy)));
  }

  private String permissions() {
    String id = api.get(PATH + "/clients?clientId=admin-permissions").get(0).get("id").asText();
    return PATH + "/clients/" + id + "/authz/resource-server";
  }
}
