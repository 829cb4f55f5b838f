package io.latchkey.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.host.protocol.TestCertificate;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server with a certificate: the parts of TLS are found in the one jar. */
class TlsIT {

  @TempDir private Path folder;

  @Test
  void port_speaksHttp2AndHttp11WithTls() throws Exception {
    TestCertificate certificate = TestCertificate.create(folder, "server", "EC");
    certificate.writeCertificate(folder.resolve("tls.crt"));
    certificate.writeKey(folder.resolve("tls.key"));
    try (HostProcess process =
        HostProcess.start(
            folder,
            Map.of("LATCHKEY_TLS_CERTIFICATE", "tls.crt"),
            "--http.port=0",
            "--tls.key=tls.key")) {
      URI uri = process.awaitReady();
      assertThat(uri.getScheme()).isEqualTo("https");
      for (HttpClient.Version version : HttpClient.Version.values()) {
        HttpResponse<String> answer =
            HttpClient.newBuilder()
                .sslContext(certificate.trust())
                .version(version)
                .build()
                .send(
                    HttpRequest.newBuilder(URI.create(uri + "/readyz")).build(),
                    BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(version);
      }
    }
  }
}
