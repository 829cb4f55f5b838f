package io.latchkey.host.protocol;

import static io.latchkey.host.protocol.GrpcClient.MANAGEMENT;
import static io.latchkey.host.protocol.GrpcClient.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.core.config.StartupException;
import io.latchkey.host.EmbeddedHost;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server with a certificate. */
class TlsTest {

  private static final Logger LOG = Logger.getLogger("io.latchkey.host.tls.Tls");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void http_isSpokenInTheVersionThatTheClientWants(HttpClient.Version version) throws Exception {
    TestCertificate certificate = TestCertificate.create(folder, "server", "EC");
    try (EmbeddedHost host = AcmeHost.start(folder, pem(certificate))) {
      assertThat(host.baseUri().getScheme()).isEqualTo("https");
      HttpResponse<String> answer = get(host, certificate, version);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.version()).isEqualTo(version);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"EC", "RSA"})
  void grpc_isSpoken(String algorithm) throws Exception {
    TestCertificate certificate = TestCertificate.create(folder, "server", algorithm);
    try (EmbeddedHost host = AcmeHost.start(folder, pem(certificate));
        GrpcClient client = GrpcClient.overTls(host.baseUri(), certificate.certificate())) {
      assertThat(
              field(
                  client.call(
                      MANAGEMENT,
                      "AddPersonalAccessToken",
                      host.administratorToken(),
                      "user_id: 'ci'"),
                  "token"))
          .asString()
          .startsWith("lkpat_");
    }
  }

  @Test
  void keystore_isReadWithItsPassword() throws Exception {
    TestCertificate certificate = TestCertificate.create(folder, "server", "EC");
    try (EmbeddedHost host = AcmeHost.start(folder, keystore(certificate, "of-the-test"))) {
      assertThat(get(host, certificate, HttpClient.Version.HTTP_2).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void filesThatChange_areUsedByNewConnections_andOpenOnesGoOn() throws Exception {
    TestCertificate first = TestCertificate.create(folder, "first", "EC");
    TestCertificate second = TestCertificate.create(folder, "second", "RSA");
    try (Log log = new Log();
        EmbeddedHost host = AcmeHost.start(folder, pem(first));
        GrpcClient open = GrpcClient.overTls(host.baseUri(), first.certificate())) {
      open.call(MANAGEMENT, "ListPersonalAccessTokens", host.administratorToken(), "user_id: 'ci'");

      second.writeKey(folder.resolve("tls.key"));
      assertThat(log.next()).startsWith("TLS goes on as before: the private key is not that of");
      assertThat(served(host, first)).isEqualTo(first.certificate());

      second.writeCertificate(folder.resolve("tls.crt"));
      assertThat(log.next()).isEqualTo("TLS goes on with the changed files");
      assertThat(served(host, second)).isEqualTo(second.certificate());
      open.call(MANAGEMENT, "ListPersonalAccessTokens", host.administratorToken(), "user_id: 'ci'");

      Files.delete(folder.resolve("tls.crt"));
      assertThat(log.next())
          .isEqualTo(
              "TLS goes on as before: the file " + folder.resolve("tls.crt") + " cannot be read");
      assertThat(served(host, second)).isEqualTo(second.certificate());
    }
  }

  @Test
  void clientThatDoesNotTrustTheCertificate_isNotServed() throws Exception {
    TestCertificate certificate = TestCertificate.create(folder, "server", "EC");
    TestCertificate other = TestCertificate.create(folder, "other", "EC");
    try (EmbeddedHost host = AcmeHost.start(folder, pem(certificate))) {
      assertThatThrownBy(() -> served(host, other)).isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void filesThatAreWrong_areASentence() throws Exception {
    TestCertificate certificate = TestCertificate.create(folder, "server", "EC");
    TestCertificate other = TestCertificate.create(folder, "other", "EC");
    Map<String, String> settings = pem(certificate);
    Path pemKey = folder.resolve("tls.key");
    Path pemCertificate = folder.resolve("tls.crt");

    other.writeKey(pemKey);
    refused(settings, "the private key is not that of the first certificate in " + pemCertificate);
    Files.writeString(pemKey, "-----BEGIN EC PRIVATE KEY-----\nAA==\n-----END EC PRIVATE KEY-----");
    refused(
        settings,
        "the file "
            + pemKey
            + " holds no private key in PKCS#8 without a password; openssl pkcs8 -topk8 -nocrypt"
            + " makes one of other keys");
    Files.writeString(pemKey, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----");
    refused(
        settings, "the private key in " + pemKey + " is damaged, or of none of [RSA, EC, EdDSA]");
    Files.writeString(pemCertificate, "no certificate");
    refused(settings, "the file " + pemCertificate + " holds no certificate in PEM");
    Files.delete(pemCertificate);
    refused(settings, "the file " + pemCertificate + " cannot be read");

    refused(
        keystore(certificate, "wrong"),
        "the file "
            + certificate.pkcs12()
            + " is no PKCS#12 file, or tls.keystore-password is not its password");
  }

  @Test
  void keysThatDoNotGoTogether_areASentence() {
    refused(
        Map.of("tls.certificate", "tls.crt"),
        "tls.certificate and tls.key are set together or not at all");
    refused(
        Map.of("tls.keystore", "tls.p12"),
        "tls.keystore and tls.keystore-password are set together or not at all");
    refused(
        Map.of("tls.keystore", "tls.p12", "tls.certificate", "tls.crt", "tls.key", "tls.key"),
        "tls.keystore and tls.certificate must not both be set");
  }

  private void refused(Map<String, String> settings, String sentence) {
    assertThatThrownBy(() -> AcmeHost.start(folder, settings).close())
        .isInstanceOf(StartupException.class)
        .hasMessage(sentence);
  }

  private Map<String, String> pem(TestCertificate certificate) throws Exception {
    certificate.writeCertificate(folder.resolve("tls.crt"));
    certificate.writeKey(folder.resolve("tls.key"));
    Map<String, String> settings = new HashMap<>();
    settings.put("tls.certificate", folder.resolve("tls.crt").toString());
    settings.put("tls.key", folder.resolve("tls.key").toString());
    settings.put("tls.reload-interval", "PT0.01S");
    return settings;
  }

  private static Map<String, String> keystore(TestCertificate certificate, String password) {
    return Map.of(
        "tls.keystore", certificate.pkcs12().toString(), "tls.keystore-password", password);
  }

  private static HttpResponse<String> get(
      EmbeddedHost host, TestCertificate trusted, HttpClient.Version version) throws Exception {
    return HttpClient.newBuilder()
        .sslContext(trusted.trust())
        .version(version)
        .build()
        .send(
            HttpRequest.newBuilder(URI.create(host.baseUri() + "/healthz")).build(),
            BodyHandlers.ofString());
  }

  /** The certificate that a new connection is served with. */
  private static X509Certificate served(EmbeddedHost host, TestCertificate trusted)
      throws Exception {
    try (Socket socket =
        trusted
            .trust()
            .getSocketFactory()
            .createSocket(host.baseUri().getHost(), host.baseUri().getPort())) {
      SSLSocket secure = (SSLSocket) socket;
      secure.startHandshake();
      return (X509Certificate) secure.getSession().getPeerCertificates()[0];
    }
  }

  /** What the server tells its operator. */
  private static final class Log extends Handler implements AutoCloseable {

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Level before = LOG.getLevel();

    Log() {
      LOG.setLevel(Level.INFO);
      LOG.addHandler(this);
    }

    String next() throws InterruptedException {
      return lines.poll(30, TimeUnit.SECONDS);
    }

    @Override
    public void publish(LogRecord entry) {
      lines.add(new SimpleFormatter().formatMessage(entry));
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }

    @Override
    public void close() {
      LOG.removeHandler(this);
      LOG.setLevel(before);
      assertThat(List.copyOf(lines)).isEmpty();
    }
  }
}
