package io.latchkey.keycloak;

import io.latchkey.core.token.PepperFile;
import io.latchkey.core.token.TokenDigester;
import io.latchkey.core.token.TokenFormat;
import io.latchkey.keycloak.directory.MachineAttribute;
import io.latchkey.spi.ConfigKey;
import io.latchkey.spi.ProviderConfig;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;

/**
 * What an operator may set, each key as {@code --spi-realm-restapi-extension--management--<key>}.
 *
 * @param prefix what tokens start with
 * @param format what tokens look like
 * @param peppered whether what is kept of them is made with a key
 * @param digester what is kept of them
 * @param machines by which attribute users are machines that are no service accounts; absent for
 *     none
 * @param organizations whether Keycloak's organizations are those of the contract
 * @param rootRealm the name of the realm that is served at the root too; absent for none
 * @param keycloakApisClient the client that tokens act by at Keycloak's own admin and account API;
 *     absent if those take none
 */
record KeycloakSettings(
    String prefix,
    TokenFormat format,
    boolean peppered,
    TokenDigester digester,
    Optional<MachineAttribute> machines,
    boolean organizations,
    Optional<String> rootRealm,
    Optional<String> keycloakApisClient) {

  static final String SCOPE = "spi-realm-restapi-extension--management--";

  static final ConfigKey<String> TOKEN_PREFIX =
      ConfigKey.string(
              "token-prefix",
              "what new tokens start with: a letter, letters and digits, an underscore")
          .withDefault(TokenFormat.DEFAULT_PREFIX);

  static final ConfigKey<Path> TOKEN_PEPPER_FILE =
      ConfigKey.path(
          "token-pepper-file",
          "keys for HMAC-SHA-256 digests, a line each: key id and base64, the current one first");

  static final ConfigKey<MachineAttribute> MACHINE_ATTRIBUTE =
      new ConfigKey<>(
          "machine-attribute",
          "attribute that marks machine users beside service accounts, as name=value",
          Optional.empty(),
          false,
          MachineAttribute::parse);

  static final ConfigKey<Boolean> ORGANIZATIONS =
      ConfigKey.flag("organizations", "whether Keycloak's organizations are where tokens belong")
          .withDefault("false");

  static final ConfigKey<String> ROOT_REALM =
      ConfigKey.string(
          "root-realm", "name of the realm whose API is at Keycloak's root too, as /management/v1");

  static final ConfigKey<String> KEYCLOAK_APIS_CLIENT =
      ConfigKey.string(
          "keycloak-apis-client",
          "the client, such as admin-cli, that tokens act by at Keycloak's own admin and account"
              + " API; not set, these take no tokens");

  static final List<ConfigKey<?>> KEYS =
      List.of(
          TOKEN_PREFIX,
          TOKEN_PEPPER_FILE,
          MACHINE_ATTRIBUTE,
          ORGANIZATIONS,
          ROOT_REALM,
          KEYCLOAK_APIS_CLIENT);

  /**
   * Reads the settings.
   *
   * @param scope Keycloak's view of them
   * @return the settings
   * @throws IllegalArgumentException if a value cannot be read; the message names the key
   */
  static KeycloakSettings of(Config.Scope scope) {
    Map<String, String> texts = new HashMap<>();
    for (ConfigKey<?> key : KEYS) {
      @Nullable String text = scope.get(key.name());
      if (text != null) {
        texts.put(key.name(), text);
      }
    }
    ProviderConfig config = new ProviderConfig(SCOPE, texts);
    String prefix = config.get(TOKEN_PREFIX);
    Optional<Path> pepperFile = config.find(TOKEN_PEPPER_FILE);
    return new KeycloakSettings(
        prefix,
        new TokenFormat(prefix),
        pepperFile.isPresent(),
        pepperFile.map(PepperFile::read).orElseGet(TokenDigester::plain),
        config.find(MACHINE_ATTRIBUTE),
        config.get(ORGANIZATIONS),
        config.find(ROOT_REALM),
        config.find(KEYCLOAK_APIS_CLIENT));
  }
}
