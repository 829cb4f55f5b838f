package io.latchkey.ldap.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {

  @Test
  void parseAll_noPort_isThatOfScheme() {
    assertThat(ServerAddress.parseAll("ldap://a.example ldaps://b.example"))
        .containsExactly(
            new ServerAddress("a.example", 389, false), new ServerAddress("b.example", 636, true));
  }

  @Test
  void parseAll_commasAndBlanks_keepsOrder() {
    assertThat(ServerAddress.parseAll(" ldap://b:1,ldap://a:2 , ldap://c:3/ "))
        .extracting(ServerAddress::toString)
        .containsExactly("ldap://b:1", "ldap://a:2", "ldap://c:3");
  }

  @Test
  void parseAll_addressOfVersion6_hasNoBracketsButInUrl() {
    ServerAddress address = ServerAddress.parseAll("ldaps://[2001:db8::1]").get(0);

    assertThat(address.host()).isEqualTo("2001:db8::1");
    assertThat(address).hasToString("ldaps://[2001:db8::1]:636");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",ldap://a",
        "ldap.example.com",
        "http://a",
        "ldap://",
        "ldap://a:0",
        "ldap://a:65536",
        "ldap://user@a",
        "ldap://a/dc=example,dc=com",
        "ldap://a/dc=example",
        "ldap://a?sub",
        "ldap://a#b",
        "ldapi:///var/run/ldapi",
        "ldap://a b"
      })
  void parseAll_noUrlOfServer_isRefused(String text) {
    assertThatThrownBy(() -> ServerAddress.parseAll(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "must be one or more URLs such as ldaps://ldap.example.com or ldap://10.0.0.1:389");
  }

  @Test
  void parseAll_sameServerTwice_isRefused() {
    assertThatThrownBy(() -> ServerAddress.parseAll("ldap://a.example ldap://A.example:389/"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("names a server twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ldap://localhost", "ldap://LOCALHOST", "ldap://127.0.0.1", "ldap://[::1]"})
  void isLoopback_thisMachine_isTrue(String text) {
    assertThat(ServerAddress.parseAll(text).get(0).isLoopback()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ldap://127.example.com",
        "ldap://127.0.0.1.example.com",
        "ldap://localhost.example.com",
        "ldap://10.0.0.1",
        "ldap://[::2]",
        "ldap://0.0.0.1"
      })
  void isLoopback_otherMachine_isFalse(String text) {
    assertThat(ServerAddress.parseAll(text).get(0).isLoopback()).isFalse();
  }
}
