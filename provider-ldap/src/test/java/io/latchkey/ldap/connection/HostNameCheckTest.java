package io.latchkey.ldap.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.ldap.server.TlsCertificate;
import io.latchkey.spi.ProviderUnavailableException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostNameCheckTest {

  private static TlsCertificate forLocalhost;
  private static TlsCertificate forOther;

  private TestDirectory directory;

  @BeforeAll
  static void makeCertificates(@TempDir Path folder) {
    forLocalhost = TlsCertificate.forNames(folder.resolve("localhost"), "localhost");
    forOther = TlsCertificate.forNames(folder.resolve("other"), "ldap.example.com");
  }

  @AfterEach
  void stop() {
    directory.close();
  }

  @Test
  void ldaps_certificateForHost_connects() {
    directory = TestDirectory.withTls(forLocalhost.keyStore());

    assertThat(ask(settings("localhost", forLocalhost))).isEqualTo("ldaps");
  }

  @Test
  void startTls_certificateForHost_connects() {
    directory = TestDirectory.withStartTls(forLocalhost.keyStore());

    assertThat(ask(settings("localhost", forLocalhost).startTls())).isEqualTo("StartTLS");
  }

  @Test
  void ldaps_certificateForOtherHost_isRefusedBeforeBind() {
    directory = TestDirectory.withTls(forOther.keyStore());

    assertRefused(
        settings("localhost", forOther),
        "No subject alternative DNS name matching localhost found");
  }

  @Test
  void startTls_certificateForOtherHost_isRefusedBeforeBind() {
    directory = TestDirectory.withStartTls(forOther.keyStore());

    assertRefused(
        settings("localhost", forOther).startTls(),
        "No subject alternative DNS name matching localhost found");
  }

  @Test
  void ldaps_loopbackAddressThatIsNotInCertificate_isRefusedBeforeBind() {
    directory = TestDirectory.withTls(forLocalhost.keyStore());

    assertRefused(
        settings("127.0.0.1", forLocalhost),
        "No subject alternative names matching IP address 127.0.0.1 found");
  }

  @Test
  void startTls_loopbackAddressThatIsNotInCertificate_isRefusedBeforeBind() {
    directory = TestDirectory.withStartTls(forLocalhost.keyStore());

    assertRefused(
        settings("127.0.0.1", forLocalhost).startTls(),
        "No subject alternative names matching IP address 127.0.0.1 found");
  }

  @Test
  void ldaps_checkSwitchedOff_connects() {
    directory = TestDirectory.withTls(forOther.keyStore());

    assertThat(ask(settings("localhost", forOther).trusting(unchecked(forOther))))
        .isEqualTo("ldaps");
  }

  @Test
  void startTls_checkSwitchedOff_connects() {
    directory = TestDirectory.withStartTls(forOther.keyStore());

    assertThat(ask(settings("localhost", forOther).startTls().trusting(unchecked(forOther))))
        .isEqualTo("StartTLS");
  }

  @Test
  void ldaps_checkSwitchedOff_stillRefusesCertificateThatIsNotTrusted() {
    directory = TestDirectory.withTls(forOther.keyStore());

    assertRefused(
        settings("localhost", forOther).trusting(unchecked(forLocalhost)),
        "PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException:"
            + " unable to find valid certification path to requested target");
  }

  private TestSettings settings(String host, TlsCertificate trusted) {
    return TestSettings.to(directory.at(host)).trusting(trusted.certificate());
  }

  private static Trust unchecked(TlsCertificate trusted) {
    return new Trust(Optional.of(trusted.certificate()), Optional.empty(), false);
  }

  private static String ask(TestSettings settings) {
    try (LdapConnections connections = settings.open()) {
      return TestDirectory.ask(connections);
    }
  }

  private void assertRefused(TestSettings settings, String why) {
    assertThatThrownBy(() -> ask(settings))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessage(
            "no directory server could be asked: "
                + settings.settings().servers().get(0)
                + ": its certificate is not trusted: "
                + why);
    assertThat(directory.requests().binds()).isZero();
  }
}
