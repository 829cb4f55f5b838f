package io.latchkey.keycloak.use;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeycloakApisIT {

  private static final String USERS = "/admin/realms/use/users";
  private static final String ACCOUNT = "/realms/use/account/";

  private final UseRealm realm = UseRealm.shared();

  private static void assertUnauthorized(Answer answer) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text()).isEqualTo("{\"error\":\"HTTP 401 Unauthorized\"}");
  }

  private Pat viewer(Pat pat) {
    realm.grantClientRole(pat, "realm-management", "view-users");
    return pat;
  }

  @AfterEach
  void noTokenIsLogged() {
    realm.assertNoTokenIsTold();
  }

  @Test
  void adminApi_letsTheOwnerDoWhatItMay() {
    Pat pat = viewer(realm.pat());

    Answer found = realm.get(USERS + "/" + pat.userId(), pat.token());
    Answer made =
        realm.send(
            realm
                .request(USERS, pat.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"username\":\"made-by-a-viewer\"}")));

    assertThat(found.status()).isEqualTo(200);
    assertThat(found.string("username")).isEqualTo(pat.loginName());
    assertThat(made.status()).isEqualTo(403);
  }

  @Test
  void adminApi_readsTheBodyOfARequest() {
    Pat pat = realm.pat();
    realm.grantClientRole(pat, "realm-management", "manage-users");

    Answer made =
        realm.send(
            realm
                .request(USERS, pat.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"username\":\"of-" + pat.loginName() + "\"}")));

    assertThat(made.status()).isEqualTo(201);
    assertThat(realm.api().get("/use/users?exact=true&username=of-" + pat.loginName())).hasSize(1);
    JsonNode event = realm.api().get("/use/admin-events?operationTypes=CREATE").get(0);
    assertThat(event.get("authDetails").get("userId").asText()).isEqualTo(pat.userId());
  }

  @Test
  void adminApi_ofAnOwnerWithoutRoles_forbids() {
    assertThat(realm.get(USERS, realm.pat().token()).status()).isEqualTo(403);
  }

  @Test
  void adminApi_followsTheRolesOfTheOwnerAtOnce() {
    Pat pat = realm.pat();
    int before = realm.get(USERS, pat.token()).status();
    viewer(pat);

    assertThat(before).isEqualTo(403);
    assertThat(realm.get(USERS, pat.token()).status()).isEqualTo(200);
  }

  @Test
  void adminApi_takesTokensOfTheAdministratorsRealm() {
    realm
        .api()
        .post(
            "/master/clients",
            Map.of(
                "clientId",
                "administrator",
                "secret",
                UseRealm.SECRET,
                "publicClient",
                false,
                "serviceAccountsEnabled",
                true));
    Pat pat = realm.serviceAccountPat("master", "administrator");
    realm
        .api()
        .post(
            "/master/users/" + pat.userId() + "/role-mappings/realm",
            List.of(realm.api().get("/master/roles/admin")));

    assertThat(realm.get("/admin/realms", pat.token()).json())
        .extracting(one -> one.get("realm").asText())
        .contains("master", "use", "use-other");
    assertThat(realm.get(USERS, pat.token()).status()).isEqualTo(200);
    assertThat(realm.get("/admin/serverinfo", pat.token()).status()).isEqualTo(200);
  }

  @Test
  void accountApi_isThatOfTheOwner() {
    Pat pat = realm.pat();

    Answer answer = realm.get(ACCOUNT, pat.token());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.string("username")).isEqualTo(pat.loginName());
  }

  @Test
  void accountApi_refusesServiceAccountsAsKeycloakDoes() {
    Pat pat = realm.serviceAccountPat(UseRealm.NAME, UseRealm.SERVICE);

    assertUnauthorized(realm.get(ACCOUNT, pat.token()));
  }

  @ParameterizedTest
  @EnumSource
  void bothApis_afterALoss_refuseAtOnce(Loss loss) {
    Pat pat = viewer(loss.token(realm));
    assertThat(realm.get(USERS, pat.token()).status()).isEqualTo(200);
    assertThat(realm.get(ACCOUNT, pat.token()).status()).isEqualTo(200);

    loss.happen(realm, pat);

    assertUnauthorized(realm.get(USERS, pat.token()));
    assertUnauthorized(realm.get(ACCOUNT, pat.token()));
    JsonNode event = realm.events("type=TOKEN_EXCHANGE_ERROR").get(0);
    assertThat(event.get("error").asText()).isEqualTo("invalid_token");
    assertThat(event.get("details").get("reason").asText()).isEqualTo(loss.reason());
  }

  @Test
  void bothApis_ofAnotherRealm_refuse() {
    String token = realm.pat(UseRealm.OTHER, Duration.ofHours(1)).token();

    assertUnauthorized(realm.get(USERS, token));
    assertUnauthorized(realm.get(ACCOUNT, token));
    assertUnauthorized(realm.get("/admin/realms", token));
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "lkpat_", "a.b.c"})
  void bothApis_refuseWhatIsNoToken(String text) {
    assertUnauthorized(realm.get(USERS, text));
    assertUnauthorized(realm.get(ACCOUNT, text));
  }

  @Test
  void otherPaths_takeNoToken() {
    Pat pat = realm.pat();

    assertThat(realm.get("/realms/use/protocol/openid-connect/userinfo", pat.token()).status())
        .isEqualTo(401);
  }

  @Test
  void use_isToldByAnEvent() {
    Pat pat = viewer(realm.pat());

    realm.get(USERS, pat.token());

    List<JsonNode> events = realm.events("type=TOKEN_EXCHANGE&user=" + pat.userId());
    assertThat(events).hasSize(1);
    assertThat(events.get(0).get("clientId").asText()).isEqualTo("admin-cli");
    assertThat(events.get(0).get("details").get("pat_id").asText()).isEqualTo(pat.tokenId());
  }
}
