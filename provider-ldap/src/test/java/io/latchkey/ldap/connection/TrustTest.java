package io.latchkey.ldap.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.ldap.server.TlsCertificate;
import io.latchkey.spi.ProviderUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {

  private static final String UNTRUSTED =
      ": its certificate is not trusted: PKIX path validation failed:"
          + " java.security.cert.CertPathValidatorException: signature check failed";

  private static Path folder;
  private static Authority authority;
  private static TestDirectory genuine;
  private static TestDirectory forged;

  @BeforeAll
  static void start(@TempDir Path temporary) {
    folder = temporary;
    authority = Authority.create();
    genuine = TestDirectory.withTls(authority.sign(folder.resolve("genuine.p12")));
    forged = TestDirectory.withTls(authority.forge(folder.resolve("forged.p12")));
  }

  @AfterAll
  static void stop() {
    genuine.close();
    forged.close();
  }

  @Test
  void connect_signedByAuthorityInPem_connects() {
    assertThat(ask(genuine, trust(authority.pem(folder.resolve("a.pem"))))).isEqualTo("ldaps");
  }

  @Test
  void connect_signedByAuthorityInKeyStore_connects() {
    Path store = authority.trustStore(folder.resolve("a.p12"));

    assertThat(ask(genuine, trust(store, TlsCertificate.PASSWORD))).isEqualTo("ldaps");
  }

  @Test
  void connect_signedInNameOfAuthorityInPem_isRefused() {
    assertRefused(
        forged, trust(authority.pem(folder.resolve("b.pem"))), forged.address() + UNTRUSTED);
  }

  @Test
  void connect_signedInNameOfAuthorityInKeyStore_isRefused() {
    Path store = authority.trustStore(folder.resolve("b.p12"));

    assertRefused(forged, trust(store, TlsCertificate.PASSWORD), forged.address() + UNTRUSTED);
  }

  @Test
  void connect_noStore_trustsAuthoritiesOfJvmOnly() {
    assertRefused(
        genuine,
        new Trust(Optional.empty(), Optional.empty(), false),
        genuine.address()
            + ": its certificate is not trusted: PKIX path building failed:"
            + " sun.security.provider.certpath.SunCertPathBuilderException:"
            + " unable to find valid certification path to requested target");
  }

  @Test
  void connect_noSuchStore_namesIt() {
    Path store = folder.resolve("none.pem");

    assertRefused(
        genuine,
        trust(store),
        genuine.address() + ": the trust store " + store + " cannot be read");
  }

  @Test
  void connect_wrongPassword_namesStoreAndNotPassword() {
    Path store = authority.trustStore(folder.resolve("c.p12"));

    assertRefused(
        genuine,
        trust(store, "sesame"),
        genuine.address()
            + ": the trust store "
            + store
            + " cannot be read: keystore password was incorrect");
  }

  @Test
  void connect_passwordMissing_saysSo() {
    Path store = authority.trustStore(folder.resolve("d.p12"));

    assertRefused(
        genuine,
        trust(store),
        genuine.address()
            + ": the trust store "
            + store
            + " holds no certificate, or needs its password");
  }

  @Test
  void connect_emptyPem_saysSo() throws IOException {
    Path store = Files.writeString(folder.resolve("empty.pem"), "");

    assertRefused(
        genuine,
        trust(store),
        genuine.address()
            + ": the trust store "
            + store
            + " holds no certificate, or needs its password");
  }

  @Test
  void connect_storeThatIsNone_namesIt() throws IOException {
    Path store = Files.writeString(folder.resolve("text.jks"), "no key store at all");

    assertRefused(
        genuine,
        trust(store),
        genuine.address()
            + ": the trust store "
            + store
            + " cannot be read: Unrecognized keystore format. Please load it with a specified type");
  }

  @Test
  void toString_password_isNotShown() {
    assertThat(trust(Path.of("store.p12"), "sesame")).hasToString("Trust[store.p12]");
  }

  private static Trust trust(Path store) {
    return new Trust(Optional.of(store), Optional.empty(), false);
  }

  private static Trust trust(Path store, String password) {
    return new Trust(Optional.of(store), Optional.of(password), false);
  }

  private static String ask(TestDirectory directory, Trust trust) {
    try (LdapConnections connections =
        TestSettings.to(directory.address()).trusting(trust).open()) {
      return TestDirectory.ask(connections);
    }
  }

  private static void assertRefused(TestDirectory directory, Trust trust, String why) {
    assertThatThrownBy(() -> ask(directory, trust))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessage("no directory server could be asked: " + why);
  }
}
