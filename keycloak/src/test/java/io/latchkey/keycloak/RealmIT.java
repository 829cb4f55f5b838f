package io.latchkey.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.latchkey.keycloak.server.KeycloakServer;
import io.latchkey.keycloak.server.OtherRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is Keycloak's own: its realms, access tokens, service accounts, events, removals. */
class RealmIT {

  private OtherRealm realm;
  private String admin;
  private String robot;

  @BeforeEach
  void makeRealm() {
    realm = new OtherRealm(UUID.randomUUID().toString(), "admin", "robot");
    admin = realm.serviceAccount("admin");
    robot = realm.serviceAccount("robot");
    realm.grant(admin, "manage-users");
  }

  private String master() {
    return realm.api().token();
  }

  @Test
  void administratorOfMaster_byAccessToken_createsInAnotherRealm() {
    OtherRealm.Answer created = realm.create(master(), robot);

    assertThat(created.status()).isEqualTo(200);
    assertThat(created.body().path("details").path("resourceOwner").asText())
        .isEqualTo(realm.path().substring(1));
  }

  @Test
  void serviceAccount_byAccessToken_createsWithTheRoleAndNotWithout() {
    assertThat(realm.create(realm.accessToken("admin"), robot).status()).isEqualTo(200);
    assertThat(realm.create(realm.accessToken("robot"), robot).error()).isEqualTo("AUTHZ-cdgFk");
  }

  @Test
  void personalAccessToken_ofAServiceAccount_mayWhatTheAccountMay() {
    String token = realm.create(master(), admin).token();

    assertThat(realm.create(token, robot).status()).isEqualTo(200);
    assertThat(realm.create(realm.create(token, robot).token(), robot).error())
        .isEqualTo("AUTHZ-cdgFk");
  }

  @Test
  void personalAccessToken_ofOneRealm_isInvalidInAnother() {
    OtherRealm other = new OtherRealm(UUID.randomUUID().toString(), "robot");
    String token = realm.create(master(), admin).token();

    assertThat(other.create(token, other.serviceAccount("robot")).error()).isEqualTo("AUTH-7fs1e");
  }

  @Test
  void accessToken_ofAnotherRealm_isInvalid() {
    OtherRealm other = new OtherRealm(UUID.randomUUID().toString(), "admin");
    other.grant(other.serviceAccount("admin"), "manage-users");

    assertThat(realm.create(other.accessToken("admin"), robot).error()).isEqualTo("AUTH-7fs1e");
  }

  @Test
  void search_byAnAdministratorOfAllUsers_showsNoTokenOfAnotherRealm() {
    OtherRealm other = new OtherRealm(UUID.randomUUID().toString(), "robot");
    other.create(master(), other.serviceAccount("robot")).token();
    realm.create(master(), robot).token();
    JsonNode found =
        realm.call("POST", "v2/users/pats/search", realm.accessToken("admin"), "{}").body();

    assertThat(found.path("result").findValuesAsText("userId")).containsExactly(robot);
  }

  @Test
  void token_ofAClientThatIsSwitchedOff_isInvalid() {
    String token = realm.create(master(), admin).token();
    JsonNode client = realm.api().get(realm.clientPath("admin"));
    ((com.fasterxml.jackson.databind.node.ObjectNode) client).put("enabled", false);
    realm.api().put(realm.clientPath("admin"), client);

    assertThat(realm.create(token, robot).error()).isEqualTo("AUTH-7fs1e");
  }

  @Test
  void human_getsNoToken() {
    realm.api().post(realm.path() + "/users", Map.of("username", "alice", "enabled", true));
    String alice =
        realm.api().get(realm.path() + "/users?username=alice").get(0).get("id").asText();

    assertThat(realm.create(master(), alice).error()).isEqualTo("COMMAND-Df2f1");
  }

  @Test
  void removalOfTheUser_removesItsTokens() {
    realm.create(master(), robot).token();
    realm.api().delete(realm.path() + "/users/" + robot);

    assertThat(realm.count(master(), robot)).isZero();
  }

  @Test
  void removalOfTheClient_removesTheTokensOfItsServiceAccount() {
    realm.create(master(), robot).token();
    assertThat(realm.count(master(), robot)).isEqualTo(1);
    realm.api().delete(realm.clientPath("robot"));

    assertThat(realm.count(master(), robot)).isZero();
  }

  @Test
  void removalOfTheRealm_removesItsTokens() {
    realm.create(master(), robot).token();
    realm.api().delete(realm.path());
    OtherRealm again = new OtherRealm(realm.path().substring(1), "admin");

    assertThat(again.count(again.api().token(), robot)).isZero();
  }

  @Test
  void createAndRemove_areAdminEventsWithoutTheToken() {
    OtherRealm.Answer created = realm.create(master(), robot);
    String tokenId = created.body().path("tokenId").asText();
    realm.call("DELETE", "management/v1/users/" + robot + "/pats/" + tokenId, master(), "");
    realm.create(master(), "nobody");
    JsonNode events = realm.api().get(realm.path() + "/admin-events?resourceTypes=CUSTOM");

    List<String> told = new ArrayList<>();
    events.forEach(
        event ->
            told.add(
                event.get("operationType").asText() + " " + event.get("resourcePath").asText()));
    assertThat(told)
        .containsExactlyInAnyOrder(
            "CREATE users/" + robot + "/pats/" + tokenId,
            "DELETE users/" + robot + "/pats/" + tokenId);
    assertThat(events.toString()).doesNotContain(created.token());
  }

  @Test
  void createByAPersonalAccessToken_isAnEventOfItsOwner() {
    String token = realm.create(master(), admin).token();
    realm.create(token, robot).token();
    JsonNode events =
        realm.api().get(realm.path() + "/admin-events?resourceTypes=CUSTOM&authUser=" + admin);

    assertThat(events).hasSize(1);
    assertThat(events.get(0).get("resourcePath").asText()).startsWith("users/" + robot + "/pats/");
  }

  @Test
  void serverInfo_showsTheSettings() {
    JsonNode info =
        realm
            .api()
            .getServerInfo()
            .at("/providers/realm-restapi-extension/providers/management/operationalInfo");

    assertThat(info.path("token-prefix").asText()).isEqualTo("lkpat_");
    assertThat(info.path("digest").asText()).isEqualTo("SHA-256");
  }

  @Test
  void realmAtTheRoot_isServedThereOnceItIsThere() {
    String path = "/management/v1/users/" + robot + "/pats/_search";
    assertThat(realm.callAt(path, "POST", master(), "{}").status()).isEqualTo(404);
    OtherRealm root = new OtherRealm(KeycloakServer.ROOT_REALM, "robot");
    String account = root.serviceAccount("robot");
    OtherRealm.Answer created =
        root.callAt("/management/v1/users/" + account + "/pats", "POST", master(), "{}");
    OtherRealm.Answer found = root.callAt("/v2/users/pats/search", "POST", master(), "{}");
    root.api().delete(root.path());

    assertThat(created.status()).isEqualTo(200);
    assertThat(found.body().path("result").findValuesAsText("userId")).containsExactly(account);
  }

  @Test
  void log_holdsNoToken() {
    String token = realm.create(master(), admin).token();
    realm.create(token, robot).token();
    realm.create(token + "x", robot);

    assertThat(KeycloakServer.shared().log())
        .contains("Keycloak")
        .doesNotContain(token.substring(0, 20));
  }
}
