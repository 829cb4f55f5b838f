package io.latchkey.keycloak.use;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenExchangeIT {

  private static final String PATH = "/realms/use/protocol/openid-connect/token";
  private static final String PAT = "urn:latchkey:params:oauth:token-type:pat";
  private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

  private final UseRealm realm = UseRealm.shared();

  private Answer exchange(String client, String secret, String token, String... more) {
    return exchangeOf(PAT, client, secret, token, more);
  }

  private Answer exchangeOf(
      String type, String client, String secret, String token, String... more) {
    String[] fields = {
      "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
      "subject_token", token,
      "subject_token_type", type
    };
    return realm.form(
        PATH,
        client,
        secret,
        Stream.concat(Arrays.stream(fields), Arrays.stream(more)).toArray(String[]::new));
  }

  private Answer exchange(Pat pat, String... more) {
    return exchange(UseRealm.EXCHANGER, UseRealm.SECRET, pat.token(), more);
  }

  private static void assertRefused(Answer answer, int status, String error, String description) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json())
        .isEqualTo(
            Answer.parsed(
                "{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}"));
  }

  private static void assertInvalidToken(Answer answer) {
    assertRefused(answer, 400, "invalid_request", "Invalid token");
  }

  @AfterEach
  void noTokenIsLogged() {
    realm.assertNoTokenIsTold();
  }

  @Test
  void exchange_givesAnAccessTokenOfTheOwner() {
    Pat pat = realm.pat();

    Answer answer = exchange(pat, "scope", "openid");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.string("token_type")).isEqualTo("Bearer");
    assertThat(answer.string("issued_token_type")).isEqualTo(ACCESS_TOKEN);
    assertThat(answer.json().get("expires_in").asInt()).isEqualTo(300);
    assertThat(answer.json().has("refresh_token")).isFalse();
    assertThat(answer.claims().get("sub").asText()).isEqualTo(pat.userId());
    assertThat(answer.claims().get("azp").asText()).isEqualTo(UseRealm.EXCHANGER);
    Answer userinfo =
        realm.get("/realms/use/protocol/openid-connect/userinfo", answer.string("access_token"));
    assertThat(userinfo.status()).isEqualTo(200);
    assertThat(userinfo.string("preferred_username")).isEqualTo(pat.loginName());
  }

  @Test
  void exchange_ofAServiceAccountsToken_givesAnAccessTokenOfIt() {
    Answer answer = exchange(realm.serviceAccountPat(UseRealm.NAME, UseRealm.SERVICE));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.claims().get("preferred_username").asText())
        .isEqualTo("service-account-service");
  }

  @Test
  void exchange_asAnAccessToken_isTheSame() {
    Pat pat = realm.pat();

    Answer answer = exchangeOf(ACCESS_TOKEN, UseRealm.EXCHANGER, UseRealm.SECRET, pat.token());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.claims().get("sub").asText()).isEqualTo(pat.userId());
  }

  @Test
  void exchange_ofKeycloaksOwnAccessToken_isLeftToKeycloak() {
    Answer first = exchange(realm.pat());

    Answer second =
        exchangeOf(ACCESS_TOKEN, UseRealm.EXCHANGER, UseRealm.SECRET, first.string("access_token"));

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.claims().get("sub")).isEqualTo(first.claims().get("sub"));
  }

  @Test
  void exchange_hasTheRolesThatTheOwnerHasAtThatMoment() {
    Pat pat = realm.pat();
    realm.grantRealmRole(pat, "deployer");
    JsonNode with = exchange(pat).claims().get("realm_access").get("roles");
    realm.revokeRealmRole(pat, "deployer");
    JsonNode without = exchange(pat).claims().get("realm_access").get("roles");

    assertThat(with).extracting(JsonNode::asText).contains("deployer");
    assertThat(without).extracting(JsonNode::asText).isNotEmpty().doesNotContain("deployer");
  }

  @Test
  void exchange_ofATokenThatEndsEarlier_endsWithIt() {
    Pat pat = realm.pat(UseRealm.NAME, Duration.ofSeconds(30));

    Answer answer = exchange(pat);

    assertThat(answer.json().get("expires_in").asInt()).isBetween(1, 30);
    assertThat(answer.claims().get("exp").asLong()).isEqualTo(pat.expires().getEpochSecond());
  }

  @Test
  void exchange_forAnAudience_isForItAlone() {
    Pat pat = realm.pat();
    realm.grantClientRole(pat, UseRealm.TARGET, "reader");

    assertThat(exchange(pat, "audience", UseRealm.TARGET).claims().get("aud").asText())
        .isEqualTo(UseRealm.TARGET);
  }

  @Test
  void exchange_forAnAudienceThatIsNotToBeHad_isRefused() {
    Pat pat = realm.pat();

    assertRefused(exchange(pat, "audience", "nobody"), 400, "invalid_client", "Audience not found");
    assertRefused(
        exchange(pat, "audience", UseRealm.PLAIN),
        400,
        "invalid_request",
        "Requested audience not available: plain");
  }

  @Test
  void exchange_withAScope_hasIt() {
    Pat pat = realm.pat();

    assertThat(exchange(pat, "scope", "phone").string("scope").split(" ")).contains("phone");
    assertThat(exchange(pat).string("scope").split(" ")).doesNotContain("phone");
    assertRefused(
        exchange(pat, "scope", "nonsense"), 400, "invalid_scope", "Invalid scopes: nonsense");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:ietf:params:oauth:token-type:refresh_token",
        "urn:ietf:params:oauth:token-type:id_token",
        "urn:ietf:params:oauth:token-type:saml2",
        PAT
      })
  void exchange_forAnotherTypeOfToken_isRefused(String type) {
    assertRefused(
        exchange(realm.pat(), "requested_token_type", type),
        400,
        "invalid_request",
        "requested_token_type unsupported");
  }

  @ParameterizedTest
  @ValueSource(strings = {"actor_token", "requested_subject", "requested_issuer", "subject_issuer"})
  void exchange_withAParameterThatWouldBeIgnored_isRefused(String name) {
    assertRefused(
        exchange(realm.pat(), name, "something"),
        400,
        "invalid_request",
        "Parameter '" + name + "' is not supported for personal access tokens");
  }

  @Test
  void exchange_byAClientThatMayNot_isRefused() {
    String token = realm.pat().token();

    assertRefused(
        exchange(UseRealm.PLAIN, UseRealm.SECRET, token),
        400,
        "invalid_request",
        "Standard token exchange is not enabled for the requested client");
    assertRefused(
        exchange(UseRealm.EXCHANGER, "wrong", token),
        401,
        "unauthorized_client",
        "Invalid client or Invalid client credentials");
    assertRefused(
        exchange("", "", token, "client_id", UseRealm.PUBLIC),
        400,
        "invalid_client",
        "Public client is not allowed to exchange token");
  }

  @ParameterizedTest
  @EnumSource
  void exchange_afterALoss_isRefusedAtOnce(Loss loss) {
    Pat pat = loss.token(realm);
    assertThat(exchange(pat).status()).isEqualTo(200);

    loss.happen(realm, pat);

    assertInvalidToken(exchange(pat));
    JsonNode event = realm.events("type=TOKEN_EXCHANGE_ERROR").get(0);
    assertThat(event.get("error").asText()).isEqualTo("invalid_token");
    assertThat(event.get("details").get("reason").asText()).isEqualTo(loss.reason());
  }

  @Test
  void exchange_ofATokenOfAnotherRealm_isRefused() {
    assertInvalidToken(exchange(realm.pat(UseRealm.OTHER, Duration.ofHours(1))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garbage", "lkpat_", "a.b.c"})
  void exchange_ofWhatIsNoToken_isRefused(String text) {
    assertInvalidToken(exchange(UseRealm.EXCHANGER, UseRealm.SECRET, text));
  }

  @Test
  void exchange_ofAMistypedToken_isRefused() {
    String token = realm.pat().token();
    char last = token.charAt(token.length() - 1);
    String mistyped = token.substring(0, token.length() - 1) + (last == '0' ? '1' : '0');

    assertInvalidToken(exchange(UseRealm.EXCHANGER, UseRealm.SECRET, mistyped));
  }

  @Test
  void exchange_isToldByAnEvent() {
    Pat pat = realm.pat();

    exchange(pat);

    List<JsonNode> events = realm.events("type=TOKEN_EXCHANGE&user=" + pat.userId());
    assertThat(events).hasSize(1);
    assertThat(events.get(0).get("clientId").asText()).isEqualTo(UseRealm.EXCHANGER);
    JsonNode details = events.get(0).get("details");
    assertThat(details.get("pat_id").asText()).isEqualTo(pat.tokenId());
    assertThat(details.get("username").asText()).isEqualTo(pat.loginName());
    assertThat(details.get("auth_method").asText()).isEqualTo("personal_access_token");
  }
}
