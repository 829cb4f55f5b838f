package io.latchkey.keycloak.use;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntrospectionIT {

  private static final String PATH = "/realms/use/protocol/openid-connect/token/introspect";

  private final UseRealm realm = UseRealm.shared();

  private Answer introspect(String client, String secret, String token, String... more) {
    List<String> fields = new ArrayList<>(List.of("token", token));
    fields.addAll(Arrays.asList(more));
    return realm.form(PATH, client, secret, fields.toArray(String[]::new));
  }

  private Answer introspect(Pat pat, String... more) {
    return introspect(UseRealm.PLAIN, UseRealm.SECRET, pat.token(), more);
  }

  private static void assertInactive(Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"active\":false}");
  }

  @AfterEach
  void noTokenIsLogged() {
    realm.assertNoTokenIsTold();
  }

  @Test
  void introspect_tellsOfTheTokenAndItsOwner() {
    Pat pat = realm.pat();

    JsonNode claims = introspect(pat).json();

    assertThat(claims.properties())
        .extracting(claim -> claim.getKey())
        .containsExactlyInAnyOrder(
            "active", "scope", "username", "token_type", "exp", "iat", "sub", "iss", "jti");
    assertThat(claims.get("active").asBoolean()).isTrue();
    assertThat(claims.get("scope").asText())
        .isEqualTo(
            "openid profile urn:zitadel:iam:user:metadata urn:zitadel:iam:user:resourceowner");
    assertThat(claims.get("username").asText()).isEqualTo(pat.loginName());
    assertThat(claims.get("token_type").asText()).isEqualTo("Bearer");
    assertThat(claims.get("exp").asLong()).isEqualTo(pat.expires().getEpochSecond());
    assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isBetween(3599L, 3601L);
    assertThat(claims.get("sub").asText()).isEqualTo(pat.userId());
    assertThat(claims.get("iss").asText())
        .isEqualTo(realm.server().uri().resolve("/realms/use").toString());
    assertThat(claims.get("jti").asText()).isEqualTo(pat.tokenId());
  }

  @Test
  void introspect_ofAServiceAccountsToken_tellsOfItsClientToo() {
    JsonNode claims = introspect(realm.serviceAccountPat(UseRealm.NAME, UseRealm.SERVICE)).json();

    assertThat(claims.get("active").asBoolean()).isTrue();
    assertThat(claims.get("client_id").asText()).isEqualTo(UseRealm.SERVICE);
    assertThat(claims.get("username").asText()).isEqualTo("service-account-service");
  }

  @Test
  void introspect_withTheHintOfAccessTokens_isTheSame() {
    Pat pat = realm.pat();

    assertThat(introspect(pat, "token_type_hint", "access_token").json())
        .isEqualTo(introspect(pat).json());
  }

  @Test
  void introspect_ofKeycloaksOwnAccessToken_isLeftToKeycloak() {
    Pat pat = realm.pat();
    realm.grantClientRole(pat, UseRealm.TARGET, "reader");
    String accessToken =
        realm
            .form(
                "/realms/use/protocol/openid-connect/token",
                UseRealm.EXCHANGER,
                UseRealm.SECRET,
                "grant_type",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token",
                pat.token(),
                "subject_token_type",
                "urn:latchkey:params:oauth:token-type:pat",
                "audience",
                UseRealm.TARGET)
            .string("access_token");

    Answer byItsAudience = introspect(UseRealm.TARGET, UseRealm.SECRET, accessToken);
    Answer byAnother = introspect(UseRealm.PLAIN, UseRealm.SECRET, accessToken);

    assertThat(byItsAudience.json().get("active").asBoolean()).isTrue();
    assertThat(byItsAudience.string("azp")).isEqualTo(UseRealm.EXCHANGER);
    assertInactive(byAnother);
  }

  @Test
  void introspect_byAClientThatMayNot_isRefused() {
    String token = realm.pat().token();

    Answer byAPublicOne = introspect("", "", token, "client_id", UseRealm.PUBLIC);
    Answer withAWrongSecret = introspect(UseRealm.PLAIN, "wrong", token);

    assertThat(byAPublicOne.status()).isEqualTo(403);
    assertThat(byAPublicOne.text())
        .isEqualTo("{\"error\":\"invalid_request\",\"error_description\":\"Client not allowed.\"}");
    assertThat(withAWrongSecret.status()).isEqualTo(401);
    assertThat(withAWrongSecret.text())
        .isEqualTo(
            "{\"error\":\"invalid_client\","
                + "\"error_description\":\"Client authentication failed.\"}");
  }

  @ParameterizedTest
  @EnumSource
  void introspect_afterALoss_isInactiveAtOnce(Loss loss) {
    Pat pat = loss.token(realm);
    assertThat(introspect(pat).json().get("active").asBoolean()).isTrue();

    loss.happen(realm, pat);

    assertInactive(introspect(pat));
    JsonNode event = realm.events("type=INTROSPECT_TOKEN_ERROR").get(0);
    assertThat(event.get("error").asText()).isEqualTo("invalid_token");
    assertThat(event.get("details").get("reason").asText()).isEqualTo(loss.reason());
  }

  @Test
  void introspect_ofATokenOfAnotherRealm_isInactive() {
    assertInactive(introspect(realm.pat(UseRealm.OTHER, Duration.ofHours(1))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "lkpat_", "a.b.c"})
  void introspect_ofWhatIsNoToken_isInactive(String text) {
    assertInactive(introspect(UseRealm.PLAIN, UseRealm.SECRET, text));
  }

  @Test
  void introspect_isToldByAnEvent() {
    Pat pat = realm.pat();

    introspect(pat);

    List<JsonNode> events = realm.events("type=INTROSPECT_TOKEN&user=" + pat.userId());
    assertThat(events).hasSize(1);
    assertThat(events.get(0).get("clientId").asText()).isEqualTo(UseRealm.PLAIN);
    assertThat(events.get(0).get("details").get("pat_id").asText()).isEqualTo(pat.tokenId());
  }
}
