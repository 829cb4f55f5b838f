package io.latchkey.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.ldap.connection.ConnectionSettings;
import io.latchkey.ldap.connection.ServerAddress;
import io.latchkey.ldap.connection.Trust;
import io.latchkey.spi.ConfigKey;
import io.latchkey.spi.ProviderConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionKeysTest {

  @Test
  void settings_urlAlone_hasDefaults() {
    assertThat(settings("url", "ldaps://ldap.example.com"))
        .usingRecursiveComparison()
        .isEqualTo(
            new ConnectionSettings(
                ServerAddress.parseAll("ldaps://ldap.example.com:636"),
                false,
                new Trust(Optional.empty(), Optional.empty(), true),
                Optional.empty(),
                8,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(30)));
  }

  @Test
  void settings_allOfThem_areRead() {
    ConnectionSettings settings =
        settings(
            "url", "ldap://a.example ldap://b.example",
            "start-tls", "true",
            "trust-store", "ca.p12",
            "trust-store-password", "sesame",
            "check-host-name", "false",
            "bind-dn", "latchkey@example.com",
            "bind-password", "secret",
            "pool-size", "3",
            "connect-timeout", "PT0.5S",
            "response-timeout", "PT10S",
            "health-check-interval", "PT1M");

    assertThat(settings)
        .usingRecursiveComparison()
        .ignoringFields("credentials")
        .isEqualTo(
            new ConnectionSettings(
                ServerAddress.parseAll("ldap://a.example ldap://b.example"),
                true,
                new Trust(Optional.of(Path.of("ca.p12")), Optional.of("sesame"), false),
                Optional.empty(),
                3,
                Duration.ofMillis(500),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1)));
    assertThat(settings.credentials().orElseThrow())
        .hasToString("Credentials[latchkey@example.com]");
  }

  @Test
  void all_secrets_areThePasswords() {
    assertThat(ConnectionKeys.ALL)
        .filteredOn(ConfigKey::secret)
        .extracting(ConfigKey::name)
        .containsExactlyInAnyOrder("trust-store-password", "bind-password");
  }

  @Test
  void all_settings_readsNoOtherKey() {
    assertThat(ConnectionKeys.ALL)
        .extracting(ConfigKey::name)
        .containsExactlyInAnyOrder(
            "url",
            "start-tls",
            "trust-store",
            "trust-store-password",
            "check-host-name",
            "bind-dn",
            "bind-password",
            "bind-password-file",
            "allow-plaintext-password",
            "pool-size",
            "connect-timeout",
            "response-timeout",
            "health-check-interval");
  }

  @Test
  void settings_noUrl_namesKey() {
    assertRefused(
        "the key ldap.url must be set: the directory servers, such as ldaps://ldap.example.com;"
            + " if there are several, the first that is well is asked");
  }

  @Test
  void settings_badUrl_namesKey() {
    assertRefused(
        "the value \"ldap.example.com\" of key ldap.url must be one or more URLs such as"
            + " ldaps://ldap.example.com or ldap://10.0.0.1:389",
        "url",
        "ldap.example.com");
  }

  @Test
  void settings_bindDnWithoutPassword_isRefused() {
    assertRefused(
        "bind-dn is set without bind-password or bind-password-file",
        "url",
        "ldaps://a.example",
        "bind-dn",
        "cn=latchkey");
  }

  @Test
  void settings_passwordWithoutBindDn_isRefused() {
    assertRefused(
        "bind-password is set without bind-dn", "url", "ldaps://a.example", "bind-password", "x");
  }

  @Test
  void settings_passwordFileWithoutBindDn_isRefused() {
    assertRefused(
        "bind-password-file is set without bind-dn",
        "url",
        "ldaps://a.example",
        "bind-password-file",
        "x");
  }

  @Test
  void settings_passwordAndFile_isRefused() {
    assertRefused(
        "bind-password and bind-password-file are both set: which one is it?",
        "url",
        "ldaps://a.example",
        "bind-dn",
        "cn=latchkey",
        "bind-password",
        "x",
        "bind-password-file",
        "x");
  }

  @Test
  void settings_emptyPassword_isRefused() {
    assertRefused(
        "bind-password is empty",
        "url",
        "ldaps://a.example",
        "bind-dn",
        "cn=latchkey",
        "bind-password",
        "");
  }

  @Test
  void settings_emptyBindDn_isRefused() {
    assertRefused(
        "bind-dn is empty", "url", "ldaps://a.example", "bind-dn", " ", "bind-password", "x");
  }

  @Test
  void settings_passwordFileThatIsNotThere_isNotLookedFor() {
    assertThat(
            settings(
                    "url", "ldaps://a.example",
                    "bind-dn", "cn=latchkey",
                    "bind-password-file", "/nowhere/at/all",
                    "trust-store", "/nowhere/either.pem")
                .credentials())
        .isPresent();
  }

  @Test
  void settings_startTlsWithLdapsOnly_isRefused() {
    assertRefused(
        "start-tls is true, but url has no ldap:// server: ldaps:// is TLS from the start",
        "url",
        "ldaps://a.example ldaps://b.example",
        "start-tls",
        "true");
  }

  @Test
  void settings_trustStorePasswordWithoutStore_isRefused() {
    assertRefused(
        "trust-store-password is set without trust-store",
        "url",
        "ldaps://a.example",
        "trust-store-password",
        "x");
  }

  @Test
  void settings_trustStoreWithoutTls_isRefused() {
    assertRefused(
        "trust-store is set, but neither is start-tls true nor has url an ldaps:// server",
        "url",
        "ldap://a.example",
        "trust-store",
        "ca.pem");
  }

  @Test
  void settings_passwordOverPlainConnection_isRefused() {
    assertRefused(
        "the bind password would be sent to ldap://b.example:389 for anybody on the way to read:"
            + " set start-tls to true, use ldaps:// in url, or set allow-plaintext-password to"
            + " true",
        "url",
        "ldap://localhost ldaps://a.example ldap://b.example",
        "bind-dn",
        "cn=latchkey",
        "bind-password",
        "x");
  }

  @Test
  void settings_passwordFileOverPlainConnection_isRefused() {
    assertThatThrownBy(
            () ->
                settings(
                    "url", "ldap://b.example",
                    "bind-dn", "cn=latchkey",
                    "bind-password-file", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the bind password would be sent to ldap://b.example:389 ");
  }

  @Test
  void settings_passwordOverPlainConnectionThatIsAllowed_isAccepted() {
    assertThat(
            settings(
                    "url", "ldap://b.example",
                    "bind-dn", "cn=latchkey",
                    "bind-password", "x",
                    "allow-plaintext-password", "true")
                .credentials())
        .isPresent();
  }

  @Test
  void settings_passwordOverStartTlsOrLoopbackOrTls_isAccepted() {
    assertThat(
            settings(
                    "url", "ldap://b.example ldaps://a.example",
                    "start-tls", "true",
                    "bind-dn", "cn=latchkey",
                    "bind-password", "x")
                .credentials())
        .isPresent();
    assertThat(
            settings(
                    "url", "ldap://127.0.0.1 ldaps://a.example",
                    "bind-dn", "cn=latchkey",
                    "bind-password", "x")
                .credentials())
        .isPresent();
  }

  @Test
  void settings_nobodyBindsOverPlainConnection_isAccepted() {
    assertThat(settings("url", "ldap://b.example").credentials()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT0.049S", "PT5M0.001S"})
  void settings_responseTimeoutOutOfRange_isRefused(String text) {
    assertRefused(
        "the value \"" + text + "\" of key ldap.response-timeout must be from PT0.05S to PT5M",
        "url",
        "ldaps://a.example",
        "response-timeout",
        text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT0.049S", "PT1M0.001S"})
  void settings_connectTimeoutOutOfRange_isRefused(String text) {
    assertRefused(
        "the value \"" + text + "\" of key ldap.connect-timeout must be from PT0.05S to PT1M",
        "url",
        "ldaps://a.example",
        "connect-timeout",
        text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT0.999S", "PT1H0.001S"})
  void settings_healthCheckIntervalOutOfRange_isRefused(String text) {
    assertRefused(
        "the value \"" + text + "\" of key ldap.health-check-interval must be from PT1S to PT1H",
        "url",
        "ldaps://a.example",
        "health-check-interval",
        text);
  }

  private static void assertRefused(String why, String... texts) {
    assertThatThrownBy(() -> settings(texts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(why);
  }

  private static ConnectionSettings settings(String... texts) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < texts.length; i += 2) {
      map.put(texts[i], texts[i + 1]);
    }
    return ConnectionKeys.settings(new ProviderConfig("ldap.", map));
  }
}
