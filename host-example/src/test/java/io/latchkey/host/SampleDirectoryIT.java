package io.latchkey.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example configuration of LDAP, on the sample directory that it is written for. */
class SampleDirectoryIT {

  private static final String CONFIG =
      "--config=" + Path.of("examples/ldap.properties").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void example_createsTokensForTheMachinesOfTheSampleDirectory() throws Exception {
    int port = freePort();
    try (HostProcess process =
        start("--sample-directory=" + port, "--ldap.url=ldap://127.0.0.1:" + port)) {
      Client client = new Client(process.awaitReady());
      String administrator =
          Files.readString(folder.resolve("latchkey-data/bootstrap.pat")).strip();

      String machine = Client.token(client.create(administrator, "acme", "ci"));
      assertThat(client.create(administrator, "acme", "anna").body()).contains("COMMAND-Df2f1");
      assertThat(client.create(machine, "acme", "ci").body()).contains("AUTHZ-cdgFk");
      assertThat(folder.resolve("latchkey-data")).isDirectoryNotContaining("glob:**.db");
    }
  }

  @Test
  void port_thatIsTaken_isASentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        HostProcess process = start("--sample-directory=" + taken.getLocalPort())) {
      assertThat(process.awaitExit()).isEqualTo(1);
      assertThat(process.output())
          .containsExactly(
              "latchkey: the sample directory cannot listen on 127.0.0.1 port "
                  + taken.getLocalPort());
    }
  }

  @Test
  void port_thatIsNone_isASentence() throws Exception {
    try (HostProcess process = start("--sample-directory=65536")) {
      assertThat(process.awaitExit()).isEqualTo(1);
      assertThat(process.output())
          .containsExactly(
              "latchkey: the value \"65536\" of --sample-directory must be a port, from 0 to 65535");
    }
  }

  private HostProcess start(String... flags) {
    return HostProcess.start(
        folder,
        Map.of(),
        Stream.concat(Stream.of("--http.port=0", CONFIG), Stream.of(flags)).toArray(String[]::new));
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
