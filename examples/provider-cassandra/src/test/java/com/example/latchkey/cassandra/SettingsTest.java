package com.example.latchkey.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.spi.ProviderConfig;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void settings_ofNothing_areTheDefaults() {
    Settings settings = of(Map.of());

    assertThat(settings.contactPoints())
        .containsExactly(InetSocketAddress.createUnresolved("127.0.0.1", 9042));
    assertThat(settings.datacenter()).isEqualTo("datacenter1");
    assertThat(settings.keyspace()).isEqualTo("latchkey");
    assertThat(settings.realm()).isEqualTo("default");
    assertThat(settings.createSchema()).isTrue();
    assertThat(settings.replication()).isEqualTo(3);
    assertThat(settings.login()).isEmpty();
    assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void contactPoints_areReadWithoutBeingResolved() {
    assertThat(of(Map.of("contact-points", "no-such-host.example:9042, [::1]:1")).contactPoints())
        .containsExactly(
            InetSocketAddress.createUnresolved("no-such-host.example", 9042),
            InetSocketAddress.createUnresolved("[::1]", 1));
  }

  @Test
  void contactPoint_withoutPort_isRefused() {
    assertRefused(
        Map.of("contact-points", "a:1,b"),
        "the value \"a:1,b\" of key cassandra.contact-points must be host:port, separated by"
            + " commas");
  }

  @Test
  void keyspace_thatIsNoName_isRefused() {
    assertRefused(
        Map.of("keyspace", "x; DROP KEYSPACE latchkey"),
        "the value \"x; DROP KEYSPACE latchkey\" of key cassandra.keyspace must have the form"
            + " [a-z][a-z0-9_]{0,47}");
  }

  @Test
  void user_withoutPassword_isRefused() {
    assertRefused(Map.of("user", "latchkey"), "the keys user and password go together");
  }

  @Test
  void timeout_ofZero_isRefused() {
    assertRefused(Map.of("timeout", "PT0S"), "the key timeout must not be zero");
  }

  @Test
  void password_isNotPrinted() {
    assertThat(of(Map.of("user", "latchkey", "password", "s3cr3t")).toString())
        .contains("Login[latchkey]")
        .doesNotContain("s3cr3t");
  }

  private static Settings of(Map<String, String> config) {
    return Settings.of(new ProviderConfig("cassandra.", config));
  }

  private static void assertRefused(Map<String, String> config, String message) {
    assertThatThrownBy(() -> of(config))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
