package io.latchkey.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Start, configuration, health and end of the packaged server. */
class LifecycleIT {

  @TempDir private Path folder;

  @Test
  void firstStart_saysWhereTheFirstTokenIs_andLaterStartsDoNot() throws Exception {
    Path file = folder.toRealPath().resolve("latchkey-data/bootstrap.pat");
    String sentence = "made the first user; its token, with the role IAM_OWNER, is in " + file;
    try (HostProcess process = HostProcess.start(folder, Map.of(), "--http.port=0")) {
      process.awaitReady();
      assertThat(process.output()).anyMatch(line -> line.endsWith(sentence));
      assertThat(process.output()).noneMatch(line -> line.contains(read(file)));
      process.terminate();
      process.awaitExit();
    }
    String token = read(file);
    Files.delete(file);
    try (HostProcess process = HostProcess.start(folder, Map.of(), "--http.port=0")) {
      Client client = new Client(process.awaitReady());
      assertThat(process.output()).noneMatch(line -> line.contains("made the first user"));
      assertThat(file).doesNotExist();
      assertThat(client.create(token, "nowhere", "nobody").body()).contains("AUTH-Bs7Ds");
    }
  }

  @Test
  void end_isCleanAndAnswersWhatHadBegun() throws Exception {
    try (HostProcess process = HostProcess.start(folder, Map.of(), "--http.port=0")) {
      process.awaitReady();
      process.terminate();
      // 128 + SIGTERM, which is how a JVM ends after its shutdown hooks.
      assertThat(process.awaitExit()).isEqualTo(143);
      assertThat(process.output()).noneMatch(line -> line.contains("WARN"));
      assertThat(process.output()).noneMatch(line -> line.contains("Exception"));
    }
  }

  @Test
  void health_isLiveAndReady() throws Exception {
    try (HostProcess process = HostProcess.start(folder, Map.of(), "--http.port=0")) {
      Client client = new Client(process.awaitReady());
      assertThat(client.get("/healthz").body()).isEqualTo("{\"status\":\"up\"}");
      var ready = client.get("/readyz");
      assertThat(ready.statusCode()).isEqualTo(200);
      assertThat(ready.body())
          .isEqualTo(
              "{\"status\":\"up\",\"providers\":{\"store\":\"up\",\"directory\":\"up\",\"permissions\":\"up\"}}");
    }
  }

  @Test
  void unknownPath_isAnsweredInTheFormOfTheContract() throws Exception {
    try (HostProcess process = HostProcess.start(folder, Map.of(), "--http.port=0")) {
      Client client = new Client(process.awaitReady());
      for (String path : new String[] {"/", "/nothing", "/management/v1/users", "/management/v1"}) {
        for (String method : new String[] {"GET", "POST", "PUT", "DELETE", "OPTIONS", "QUERY"}) {
          var answer = client.send(method, path);
          assertThat(answer.statusCode()).as(path).isEqualTo(404);
          assertThat(answer.body()).isEqualTo("{\"code\":5,\"message\":\"Not Found\"}");
          assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
          assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        }
      }
    }
  }

  @Test
  void otherMethods_onAKnownPath_areAnsweredInTheFormOfTheContract() throws Exception {
    try (HostProcess process = HostProcess.start(folder, Map.of(), "--http.port=0")) {
      Client client = new Client(process.awaitReady());
      for (String method : new String[] {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "QUERY"}) {
        var answer = client.send(method, "/management/v1/users/ci/pats");
        assertThat(answer.statusCode()).as(method).isEqualTo(405);
        assertThat(answer.body())
            .as(method)
            .isEqualTo("{\"code\":12,\"message\":\"Method Not Allowed\"}");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
      }
    }
  }

  @Test
  void keys_areTakenFromFileEnvironmentAndFlags_theLaterBeatingTheEarlier() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("latchkey.properties"),
            "http.port=1\ndata.dir=from-file\ntoken.prefix=acme_\n");
    try (HostProcess process =
        HostProcess.start(
            folder,
            Map.of("LATCHKEY_HTTP_PORT", "2", "LATCHKEY_DATA_DIR", "from-environment"),
            "--config=" + file,
            "--http.port=0")) {
      process.awaitReady();
      assertThat(read(folder.resolve("from-environment/bootstrap.pat"))).startsWith("acme_");
      assertThat(folder.resolve("from-file")).doesNotExist();
    }
  }

  @Test
  void help_listsEveryKeyOfTheServerAndItsProviders() throws Exception {
    try (HostProcess process = HostProcess.start(folder, Map.of(), "--help")) {
      assertThat(process.awaitExit()).isEqualTo(0);
      assertThat(process.output())
          .contains(
              "  http.port",
              "      port to listen on; 0 for any that is free [8080]",
              "  data.dir",
              "  directory.import",
              "  provider.store",
              "  default.url",
              "  default.role.NAME");
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
