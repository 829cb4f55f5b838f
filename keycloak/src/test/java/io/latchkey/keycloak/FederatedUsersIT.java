package io.latchkey.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import io.latchkey.keycloak.server.OtherRealm;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users that Keycloak has from a directory server, kept by it too or not. */
class FederatedUsersIT {

  private static final String ROBOT = "uid=robot,ou=people,dc=example,dc=com";

  private InMemoryDirectoryServer directory;
  private OtherRealm realm;

  @BeforeEach
  void start() throws Exception {
    InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=example,dc=com");
    config.setSchema(null);
    config.addAdditionalBindCredentials("cn=keycloak", "secret");
    config.setListenerConfigs(
        InMemoryListenerConfig.createLDAPConfig("ldap", InetAddress.getLoopbackAddress(), 0, null));
    directory = new InMemoryDirectoryServer(config);
    directory.add("dn: dc=example,dc=com", "objectClass: domain", "dc: example");
    directory.add(
        "dn: ou=people,dc=example,dc=com", "objectClass: organizationalUnit", "ou: people");
    add(ROBOT, "robot", "machine");
    add("uid=alice,ou=people,dc=example,dc=com", "alice", "employee");
    directory.startListening();
    realm = new OtherRealm(UUID.randomUUID().toString(), "admin");
  }

  @AfterEach
  void stop() {
    directory.shutDown(true);
  }

  private void add(String dn, String uid, String type) throws Exception {
    directory.add(
        "dn: " + dn,
        "objectClass: inetOrgPerson",
        "uid: " + uid,
        "cn: " + uid,
        "sn: " + uid,
        "employeeType: " + type);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void federatedMachineUser_getsATokenThatWorksWhileTheDirectoryHasTheUser(boolean imported)
      throws Exception {
    federate(imported);
    String robot = userId("robot");

    String token = realm.create(realm.api().token(), robot).token();
    assertThat(ownTokens(token).body().path("result").findValuesAsText("userId"))
        .containsExactly(robot);

    directory.delete(ROBOT);
    assertThat(ownTokens(token).status()).isEqualTo(401);
    assertThat(ownTokens(token).error()).isEqualTo("AUTH-7fs1e");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void federatedUser_thatIsNoMachine_getsNoToken(boolean imported) {
    federate(imported);

    assertThat(realm.create(realm.api().token(), userId("alice")).error())
        .isEqualTo("COMMAND-Df2f1");
  }

  private OtherRealm.Answer ownTokens(String token) {
    return realm.call("POST", "v2/users/pats/search", token, "{}");
  }

  private String userId(String name) {
    JsonNode found = realm.api().get(realm.path() + "/users?exact=true&username=" + name);
    return found.get(0).get("id").asText();
  }

  private void federate(boolean imported) {
    realm.api().allowAnyAttribute(realm.path().substring(1));
    component(
        "ldap",
        "org.keycloak.storage.UserStorageProvider",
        realm.path().substring(1),
        Map.ofEntries(
            Map.entry("enabled", "true"),
            Map.entry("vendor", "other"),
            Map.entry("connectionUrl", "ldap://127.0.0.1:" + directory.getListenPort()),
            Map.entry("authType", "simple"),
            Map.entry("bindDn", "cn=keycloak"),
            Map.entry("bindCredential", "secret"),
            Map.entry("usersDn", "ou=people,dc=example,dc=com"),
            Map.entry("userObjectClasses", "inetOrgPerson"),
            Map.entry("usernameLDAPAttribute", "uid"),
            Map.entry("rdnLDAPAttribute", "uid"),
            Map.entry("uuidLDAPAttribute", "entryUUID"),
            Map.entry("editMode", "READ_ONLY"),
            Map.entry("importEnabled", String.valueOf(imported)),
            Map.entry("pagination", "false"),
            // What Keycloak caches of a user may be as old as its cache.
            Map.entry("cachePolicy", "NO_CACHE")));
    String federation =
        realm.api().get(realm.path() + "/components?name=ldap").get(0).get("id").asText();
    component(
        "user-attribute-ldap-mapper",
        "org.keycloak.storage.ldap.mappers.LDAPStorageMapper",
        federation,
        Map.of(
            "ldap.attribute", "employeeType",
            "user.model.attribute", "userType",
            "read.only", "true",
            "always.read.value.from.ldap", "true",
            "is.mandatory.in.ldap", "false"));
  }

  private void component(
      String provider, String type, String parent, Map<String, String> settings) {
    Map<String, List<String>> config = new HashMap<>();
    settings.forEach((key, value) -> config.put(key, List.of(value)));
    realm
        .api()
        .post(
            realm.path() + "/components",
            Map.of(
                "name",
                provider,
                "providerId",
                provider,
                "providerType",
                type,
                "parentId",
                parent,
                "config",
                config));
  }
}
