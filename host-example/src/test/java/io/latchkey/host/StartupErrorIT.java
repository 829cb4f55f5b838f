package io.latchkey.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the server from starting is one sentence and an exit status, not a stack trace. */
class StartupErrorIT {

  @TempDir private Path folder;

  @Test
  void port_thatIsTaken_isASentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      refused(
          "latchkey: cannot listen on 127.0.0.1 port "
              + taken.getLocalPort()
              + ": Address already in use",
          "--http.port=" + taken.getLocalPort());
      assertThat(folder.resolve("latchkey-data")).doesNotExist();
    }
  }

  @Test
  void host_thatIsNotOfThisMachine_isASentence() throws Exception {
    refused(
        "latchkey: cannot listen on 192.0.2.1 port 8080: Cannot assign requested address",
        "--http.host=192.0.2.1");
  }

  @Test
  void database_thatIsInUse_isASentence() throws Exception {
    try (HostProcess first = HostProcess.start(folder, Map.of(), "--http.port=0")) {
      first.awaitReady();
      refused(
          "latchkey: the database "
              + folder.toRealPath().resolve("latchkey-data/latchkey.mv.db")
              + " is in use by another process",
          "--http.port=0");
    }
  }

  @Test
  void database_thatIsNone_isASentence() throws Exception {
    Path data = Files.createDirectories(folder.resolve("latchkey-data"));
    Files.writeString(data.resolve("latchkey.mv.db"), "this is no database".repeat(1000));
    refused(
        "latchkey: the database "
            + folder.toRealPath().resolve("latchkey-data/latchkey.mv.db")
            + " is damaged, or not a database of this version of H2",
        "--http.port=0");
  }

  @Test
  void importFile_thatIsWrong_isASentenceWithItsPlace() throws Exception {
    Files.writeString(
        folder.resolve("users.json"),
        """
        {
          "users": [
            {"id": "ci", "organization": "acme", "kind": "robot"}
          ]
        }
        """);
    refused(
        "latchkey: users.json:3:50: \"robot\" is not a kind of a user; known are human, machine",
        "--http.port=0",
        "--directory.import=users.json");
  }

  @Test
  void importFile_thatIsMissing_isASentence() throws Exception {
    refused(
        "latchkey: the import file users.json cannot be read",
        "--http.port=0",
        "--directory.import=users.json");
  }

  @Test
  void configurationFile_thatIsMissing_isASentence() throws Exception {
    refused(
        "latchkey: the configuration file latchkey.properties cannot be read",
        "--config=latchkey.properties");
  }

  @Test
  void key_thatIsNotKnown_isASentenceThatNamesTheNearest() throws Exception {
    refused(
        "latchkey: unknown key htp.port on the command line; did you mean http.port?",
        "--htp.port=1");
    refused(
        "latchkey: unknown key default.pool-sise on the command line; did you mean default.pool-size?",
        "--default.pool-sise=1");
  }

  @Test
  void value_thatIsOutOfRange_isASentence() throws Exception {
    refused(
        "latchkey: the value \"65536\" of key http.port must be a whole number from 0 to 65535",
        "--http.port=65536");
  }

  @Test
  void value_thatCannotBeRead_isASentenceBeforeAnythingIsMade() throws Exception {
    refused(
        "latchkey: the value \"10s\" of key directory.import-interval must be an ISO 8601 duration such as PT10S",
        "--http.port=0",
        "--directory.import-interval=10s");
    refused(
        "latchkey: the value \"lk-\" of key token.prefix must be a letter, up to 18 letters and digits, and an underscore",
        "--http.port=0",
        "--token.prefix=lk-");
    assertThat(folder.resolve("latchkey-data")).doesNotExist();
  }

  @Test
  void provider_thatIsNotThere_isASentenceThatListsWhatIs() throws Exception {
    refused(
        "latchkey: provider.store is \"ladp\", but no TokenStore provider has that id; "
            + "found: default (latchkey-host.jar), ldap (latchkey-host.jar)",
        "--provider.store=ladp");
  }

  private void refused(String sentence, String... flags) throws Exception {
    try (HostProcess process = HostProcess.start(folder, Map.of(), flags)) {
      int status = process.awaitExit();
      assertThat(process.output())
          .filteredOn(line -> !line.contains("made the first user"))
          .containsExactly(sentence);
      assertThat(status).isEqualTo(1);
    }
  }
}
