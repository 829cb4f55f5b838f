package io.latchkey.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.latchkey.keycloak.directory.MachineAttribute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keycloak.Config;

/** What an operator may set, and what is said of what is wrong. */
class KeycloakSettingsTest {

  /** Keycloak's view of settings. */
  private static Config.Scope scope(Map<String, String> texts) {
    return new Config.SystemPropertiesScope("") {
      @Override
      public String get(String key) {
        return texts.get(key);
      }
    };
  }

  private static KeycloakSettings settings(String key, String text) {
    return KeycloakSettings.of(scope(Map.of(key, text)));
  }

  @Test
  void withoutKeys_thereAreDefaults() {
    KeycloakSettings settings = KeycloakSettings.of(scope(Map.of()));

    assertThat(settings.prefix()).isEqualTo("lkpat_");
    assertThat(settings.machines()).isEmpty();
    assertThat(settings.organizations()).isFalse();
    assertThat(settings.peppered()).isFalse();
    assertThat(settings.keycloakApisClient()).isEmpty();
  }

  @Test
  void keycloakApisClient_isTheIdOfAClient() {
    assertThat(settings("keycloak-apis-client", "admin-cli").keycloakApisClient())
        .contains("admin-cli");
  }

  @Test
  void machineAttribute_isNameAndValue() {
    assertThat(settings("machine-attribute", "userType=machine").machines())
        .contains(new MachineAttribute("userType", "machine"));
  }

  @Test
  void machineAttribute_thatIsNoPair_isRefusedByTheNameOfItsKey() {
    for (String text : new String[] {"userType", "=machine", "userType="}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> settings("machine-attribute", text))
          .withMessage(
              "the value \""
                  + text
                  + "\" of key spi-realm-restapi-extension--management--machine-attribute"
                  + " must be of the form name=value");
    }
  }

  @Test
  void organizations_thatIsNeitherTrueNorFalse_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("organizations", "yes"))
        .withMessage(
            "the value \"yes\" of key spi-realm-restapi-extension--management--organizations"
                + " must be true or false");
  }

  @Test
  void information_showsNoSecret(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("pepper");
    Files.writeString(file, "k1 MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=\n");
    Map<String, String> information =
        ServerLatchkey.of(scope(Map.of("token-pepper-file", file.toString()))).information();

    assertThat(information)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "token-prefix", "lkpat_",
                "digest", "HMAC-SHA-256",
                "keycloak-apis-client", "",
                "organizations", "false",
                "machine-attribute", "",
                "root-realm", ""));
  }
}
