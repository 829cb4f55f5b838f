package io.latchkey.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.hibernate.server.DatabaseServer;
import io.latchkey.hibernate.server.ServerDatabase;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server on a database server that is killed with SIGKILL and started again. */
abstract class DatabaseKillContract {

  private static final int CLIENTS = 4;
  private static final int ACKNOWLEDGED_BEFORE_KILL = 100;

  @TempDir private Path folder;

  /** By token, the sequence that came with it. */
  private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();

  /** Every answer that was no 200. */
  private final Queue<HttpResponse<String>> failures = new ConcurrentLinkedQueue<>();

  private DatabaseServer server;
  private ServerDatabase database;

  /** Starts a server. */
  abstract DatabaseServer startServer();

  @BeforeEach
  final void startDatabase() throws Exception {
    server = startServer();
    database = server.createDatabase();
    Files.writeString(
        folder.resolve("users.json"),
        """
        {"organizations":[{"id":"acme"}],"users":[{"id":"ci","organization":"acme","kind":"machine"}]}
        """);
  }

  @AfterEach
  final void stopDatabase() {
    server.close();
  }

  @Test
  final void acknowledgedTokens_surviveKill9OfTheDatabase() throws Exception {
    try (HostProcess host = start()) {
      Client client = new Client(host.awaitReady());
      String administrator =
          Files.readString(folder.resolve("latchkey-data/bootstrap.pat")).strip();
      createUntilKilled(client, administrator);
      assertDown(client, administrator);
      server.restart();
      awaitReady(client);

      assertThat(Set.copyOf(acknowledged.values()))
          .as("sequences without a double")
          .hasSize(acknowledged.size());
      for (String token : acknowledged.keySet()) {
        // Its owner has no role: 404 tells that the token was accepted, 401 that it was lost.
        assertThat(client.create(token, "acme", "ci").body()).contains("AUTHZ-cdgFk");
      }
      assertThat(failures).isNotEmpty().allMatch(answer -> answer.statusCode() == 503);
      host.terminate();
      host.awaitExit();
      assertThat(host.output()).noneMatch(line -> line.contains(database.password()));
    }
  }

  @Test
  final void start_withWrongPassword_isASentenceWithoutIt() throws Exception {
    try (HostProcess host =
        HostProcess.start(
            folder,
            Map.of(
                "LATCHKEY_DEFAULT_URL", database.settings().get("default.url"),
                "LATCHKEY_DEFAULT_USER", database.user(),
                "LATCHKEY_DEFAULT_PASSWORD", "wrong-secret"),
            "--http.port=0")) {
      assertThat(host.awaitExit()).isEqualTo(1);
      assertThat(host.output())
          .anyMatch(line -> line.contains("refuses the user or the password"))
          .noneMatch(line -> line.contains("wrong-secret"));
    }
  }

  private HostProcess start() {
    // An empty database is made in that time on a busy machine too.
    Map<String, String> environment = new HashMap<>(Map.of("LATCHKEY_DEFAULT_TIMEOUT", "PT20S"));
    database
        .settings()
        .forEach(
            (key, text) ->
                environment.put(
                    "LATCHKEY_" + key.toUpperCase(Locale.ROOT).replace('.', '_'), text));
    return HostProcess.start(folder, environment, "--http.port=0", "--directory.import=users.json");
  }

  private void createUntilKilled(Client client, String administrator) throws Exception {
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      Thread thread = new Thread(() -> createUntilItFails(client, administrator));
      thread.start();
      clients.add(thread);
    }
    while (acknowledged.size() < ACKNOWLEDGED_BEFORE_KILL
        && clients.stream().anyMatch(Thread::isAlive)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    server.kill();
    for (Thread thread : clients) {
      thread.join();
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_KILL);
  }

  private void createUntilItFails(Client client, String administrator) {
    try {
      while (true) {
        var answer = client.create(administrator, "acme", "ci");
        if (answer.statusCode() != 200) {
          failures.add(answer);
          return;
        }
        acknowledged.put(Client.token(answer), Client.sequence(answer));
      }
    } catch (Exception e) {
      throw new AssertionError("the host itself must answer", e);
    }
  }

  private void assertDown(Client client, String administrator) throws Exception {
    assertThat(client.create(administrator, "acme", "ci").statusCode()).isEqualTo(503);
    String token = acknowledged.keySet().iterator().next();
    assertThat(client.create(token, "acme", "ci").statusCode()).isEqualTo(503);
    var ready = client.get("/readyz");
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.body()).doesNotContain("jdbc:", "127.0.0.1");
    assertThat(client.get("/healthz").statusCode()).isEqualTo(200);
  }

  private static void awaitReady(Client client) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (client.get("/readyz").statusCode() != 200) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not ready 30 s after the database was there again");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
