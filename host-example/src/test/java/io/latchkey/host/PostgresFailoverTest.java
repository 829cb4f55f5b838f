package io.latchkey.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.core.provider.ProviderLookup;
import io.latchkey.hibernate.postgres.PostgresCluster;
import io.latchkey.hibernate.postgres.PostgresDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Three hosts on a primary with a synchronous standby, which takes its place under requests. */
@Timeout(180)
class PostgresFailoverTest {

  private static final int NODES = 3;
  private static final int ENOUGH = 20;

  @TempDir private Path folder;

  private PostgresCluster cluster;
  private final List<Host> hosts = new ArrayList<>();
  private final List<Client> clients = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    cluster = PostgresCluster.start();
    PostgresDatabase database = cluster.createDatabase();
    Files.writeString(
        folder.resolve("users.json"),
        """
        {"organizations":[{"id":"acme"}],"users":[{"id":"ci","organization":"acme","kind":"machine"}]}
        """);
    ProviderLookup lookup = ProviderLookup.in(getClass().getClassLoader());
    for (int i = 0; i < NODES; i++) {
      Map<String, String> settings = new TreeMap<>(database.settings());
      settings.put("default.timeout", "PT5S");
      settings.put("default.pool-size", "4");
      settings.put("http.port", "0");
      settings.put("data.dir", folder.resolve("node-" + i).toString());
      settings.put("directory.import", folder.resolve("users.json").toString());
      Host host =
          Host.start(
              lookup, HostKeys.settings(lookup).with(settings, " in the test"), Clock.systemUTC());
      hosts.add(host);
      clients.add(new Client(host.uri()));
    }
  }

  @AfterEach
  void stop() {
    hosts.forEach(Host::close);
    cluster.close();
  }

  @Test
  void whatWasAnswered200_holdsOnEachNodeAfterAFailoverThereAndBack() throws Exception {
    String administrator = Files.readString(folder.resolve("node-0/bootstrap.pat")).strip();
    FailoverClients traffic = new FailoverClients(clients, administrator);
    try (traffic) {
      for (int round = 1; round <= 2; round++) {
        traffic.awaitCreatesOnEachNode(ENOUGH);
        cluster.killPrimary();
        cluster.promote();
        traffic.awaitCreatesOnEachNode(ENOUGH);
        cluster.rejoin();
      }
    }
    assertThat(traffic.wrong).isEmpty();
    assertThat(traffic.wasUnavailable()).as("any answer was 503").isTrue();
    assertThat(new HashSet<>(traffic.sequences))
        .as("sequences, none twice")
        .hasSameSizeAs(traffic.sequences);
    for (Client client : clients) {
      assertThat(client.get("/readyz").statusCode()).isEqualTo(200);
      for (String token : traffic.kept.keySet()) {
        assertThat(client.create(token, "acme", "ci").body()).contains("AUTHZ-cdgFk");
      }
      for (String token : traffic.removed) {
        awaitRefused(client, token);
      }
    }
    assertThat(traffic.removed).isNotEmpty();
  }

  /** A node may learn of a removal on another one a little later. */
  private static void awaitRefused(Client client, String token) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (client.create(token, "acme", "ci").statusCode() != 401) {
      assertThat(System.nanoTime()).as("time, in nanoseconds").isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
