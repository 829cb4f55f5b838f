package io.latchkey.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.core.provider.ProviderLookup;
import io.latchkey.hibernate.postgres.PostgresServer;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Three hosts on one PostgreSQL, each of which remembers what it has learned. */
@Timeout(180)
class RevocationOnNodesTest {

  private static final int ACCEPTED = 404; // its owner has no role
  private static final int REFUSED = 401;

  @TempDir private Path folder;

  private final PostgresServer server = PostgresServer.start();
  private final Map<String, String> database = server.createDatabase().settings();
  private final List<Host> hosts = new ArrayList<>();
  private final List<Client> clients = new ArrayList<>();

  @AfterEach
  void stop() {
    hosts.forEach(Host::close);
    server.close();
  }

  /** The first host has the import file, the others learn of it from the database. */
  private void start(Duration bound) throws Exception {
    write("active");
    ProviderLookup lookup = ProviderLookup.in(getClass().getClassLoader());
    for (int i = 0; i < 3; i++) {
      Map<String, String> settings = new TreeMap<>(database);
      settings.put("http.port", "0");
      settings.put("data.dir", folder.resolve("node-" + i).toString());
      settings.put("revocation-bound", bound.toString());
      if (i == 0) {
        settings.put("directory.import", folder.resolve("users.json").toString());
        settings.put("directory.import-interval", "PT0.01S");
      }
      Host host =
          Host.start(
              lookup, HostKeys.settings(lookup).with(settings, " in the test"), Clock.systemUTC());
      hosts.add(host);
      clients.add(new Client(host.uri()));
    }
  }

  private void write(String state) throws Exception {
    Path part = folder.resolve("users.part");
    Files.writeString(
        part,
        """
        {"organizations": [{"id": "acme"}],
         "users": [{"id": "ci", "organization": "acme", "kind": "machine", "state": "%s"}]}
        """
            .formatted(state));
    Files.move(part, folder.resolve("users.json"), StandardCopyOption.REPLACE_EXISTING);
  }

  private String administrator() throws Exception {
    return Files.readString(folder.resolve("node-0/bootstrap.pat")).strip();
  }

  private static int use(Client client, String token) throws Exception {
    return client.create(token, "acme", "ci").statusCode();
  }

  private HttpResponse<String> createAndUseOnEachNode() throws Exception {
    HttpResponse<String> created = clients.get(0).create(administrator(), "acme", "ci");
    for (Client client : clients) {
      assertThat(use(client, Client.token(created))).isEqualTo(ACCEPTED);
    }
    return created;
  }

  /** How long after a moment a node refuses a token for the first time. */
  private static Duration untilRefused(Client client, String token, long since) throws Exception {
    while (true) {
      Duration begin = Duration.ofNanos(System.nanoTime() - since);
      if (use(client, token) == REFUSED) {
        return begin;
      }
    }
  }

  /** With a bound so long that nothing but the news can be the reason. */
  @Test
  void removedToken_isRefusedThereAtOnce_andByTheOthersOnceTheyAreTold() throws Exception {
    start(Duration.ofSeconds(30));
    HttpResponse<String> created = createAndUseOnEachNode();
    String token = Client.token(created);
    clients.get(0).remove(administrator(), "acme", "ci", Client.tokenId(created));
    long answered = System.nanoTime();

    assertThat(use(clients.get(0), token)).as("where it was removed").isEqualTo(REFUSED);
    for (Client client : clients) {
      assertThat(untilRefused(client, token, answered)).isLessThan(Duration.ofSeconds(20));
    }
  }

  @Test
  void disabledUser_isRefusedByAllWithinTheBound() throws Exception {
    start(Duration.ofSeconds(1));
    String token = Client.token(createAndUseOnEachNode());
    write("inactive");
    untilRefused(clients.get(0), token, System.nanoTime());
    long seen = System.nanoTime();

    for (Client client : clients) {
      while (true) {
        boolean isOver = System.nanoTime() - seen >= Duration.ofSeconds(1).toNanos();
        int status = use(client, token);
        if (isOver || status == REFUSED) {
          assertThat(status).isEqualTo(REFUSED);
          break;
        }
      }
    }
  }
}
