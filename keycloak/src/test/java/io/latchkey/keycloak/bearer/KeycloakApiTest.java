package io.latchkey.keycloak.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeycloakApiTest {

  @ParameterizedTest
  @ValueSource(strings = {"/admin/realms/use", "/admin/realms/use/users/1", "admin/realms/use/"})
  void of_aPathOfARealmInTheAdminApi_namesTheRealm(String path) {
    assertThat(KeycloakApi.of(path)).contains(new KeycloakApi(true, Optional.of("use")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/admin", "/admin/realms", "/admin/realms/", "/admin/serverinfo"})
  void of_anotherPathOfTheAdminApi_namesNone(String path) {
    assertThat(KeycloakApi.of(path)).contains(new KeycloakApi(true, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/realms/use/account", "/realms/use/account/", "/realms/use/account/v1/a"})
  void of_aPathOfTheAccountApi_namesTheRealm(String path) {
    assertThat(KeycloakApi.of(path)).contains(new KeycloakApi(false, Optional.of("use")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/administration/realms/use",
        "/realms/admin/realms/use",
        "/realms/use/accounts",
        "/realms/use/protocol/openid-connect/userinfo",
        "/realms/use/management/v1/users"
      })
  void of_anyOtherPath_isAbsent(String path) {
    assertThat(KeycloakApi.of(path)).isEmpty();
  }

  @Test
  void of_aRealmCalledAdmin_isNoAdminApi() {
    assertThat(KeycloakApi.of("/realms/admin/account"))
        .contains(new KeycloakApi(false, Optional.of("admin")));
  }
}
