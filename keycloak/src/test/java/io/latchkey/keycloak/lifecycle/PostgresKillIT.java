package io.latchkey.keycloak.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.hibernate.postgres.PostgresDatabase;
import io.latchkey.hibernate.postgres.PostgresServer;
import io.latchkey.keycloak.server.KeycloakFolder;
import io.latchkey.keycloak.server.KeycloakProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keycloak on PostgreSQL is killed while tokens are created, and started again. */
class PostgresKillIT {

  private static final int THREADS = 4;
  private static final int ACKNOWLEDGED = 200;

  @TempDir private static Path parent;

  private static PostgresServer postgres;
  private static KeycloakFolder folder;
  private static List<String> options;

  @BeforeAll
  static void build() {
    postgres = PostgresServer.start();
    PostgresDatabase database = postgres.createDatabase();
    options =
        List.of(
            "--db-url=" + postgres.url(database.name()),
            "--db-username=" + database.user(),
            "--db-password=" + database.password());
    folder = KeycloakFolder.create(parent.resolve("keycloak"));
    folder.putJar();
    folder.kc("build", "--db=postgres");
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void kill_underCreates_losesNoTokenThatWasAnswered() throws Exception {
    KeycloakProcess server = folder.start(options);
    TokenClient client = new TokenClient(server);
    client.createRealm();
    String userId = client.userId();
    Set<String> answered = createUntilKilled(server, client, userId);

    server = folder.start(options);
    client = new TokenClient(server);
    List<String> refused = new ArrayList<>();
    for (String token : answered) {
      if (!client.isTaken(token)) {
        refused.add(token);
      }
    }
    server.stop();
    assertThat(answered).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED);
    assertThat(refused).hasSize(0);
  }

  private static Set<String> createUntilKilled(
      KeycloakProcess server, TokenClient client, String userId) throws InterruptedException {
    Set<String> answered = ConcurrentHashMap.newKeySet();
    CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  while (true) {
                    answered.add(client.createToken(userId));
                    enough.countDown();
                  }
                } catch (IOException killed) {
                  // The connection breaks with the server; the last create is not answered.
                }
              });
      thread.start();
      threads.add(thread);
    }
    boolean isEnough = enough.await(60, TimeUnit.SECONDS);
    server.kill();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(isEnough).as("%s creates within a minute", ACKNOWLEDGED).isTrue();
    return answered;
  }
}
