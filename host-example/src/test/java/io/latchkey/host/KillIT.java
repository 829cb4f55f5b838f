package io.latchkey.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server has answered 200 to is there after {@code kill -9}. */
class KillIT {

  private static final int ROUNDS = 5;
  private static final int CLIENTS = 4;
  private static final int ACKNOWLEDGED_BEFORE_KILL = 100;

  @TempDir private Path folder;

  @Test
  void acknowledgedTokens_surviveKill9() throws Exception {
    Files.writeString(
        folder.resolve("users.json"),
        """
        {"organizations":[{"id":"acme"}],"users":[{"id":"ci","organization":"acme","kind":"machine"}]}
        """);
    Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    for (int round = 1; round <= ROUNDS; round++) {
      createUntilKilled(acknowledged, round * ACKNOWLEDGED_BEFORE_KILL);
    }
    assertThat(Set.copyOf(acknowledged.values()))
        .as("sequences without a double")
        .hasSize(acknowledged.size());
    try (HostProcess process = start()) {
      Client client = new Client(process.awaitReady());
      for (String token : acknowledged.keySet()) {
        // The owner of the token has no role: 404 tells that the token was accepted, 401 that it
        // was lost.
        assertThat(client.create(token, "acme", "ci").body()).contains("AUTHZ-cdgFk");
      }
    }
  }

  private void createUntilKilled(Map<String, Long> acknowledged, int enough) throws Exception {
    try (HostProcess process = start()) {
      Client client = new Client(process.awaitReady());
      String administrator =
          Files.readString(folder.resolve("latchkey-data/bootstrap.pat")).strip();
      List<Thread> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        Thread thread = new Thread(() -> createWhileItLives(client, administrator, acknowledged));
        thread.start();
        clients.add(thread);
      }
      while (acknowledged.size() < enough) {
        Thread.onSpinWait();
      }
      process.kill();
      for (Thread thread : clients) {
        thread.join();
      }
    }
  }

  private static void createWhileItLives(
      Client client, String administrator, Map<String, Long> acknowledged) {
    try {
      while (true) {
        var created = client.create(administrator, "acme", "ci");
        acknowledged.put(Client.token(created), Client.sequence(created));
      }
    } catch (Exception e) {
      // The server is dead: what it had not answered by then was not acknowledged.
      return;
    }
  }

  private HostProcess start() {
    return HostProcess.start(folder, Map.of(), "--http.port=0", "--directory.import=users.json");
  }
}
