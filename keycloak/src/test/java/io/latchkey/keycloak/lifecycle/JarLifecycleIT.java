package io.latchkey.keycloak.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.keycloak.server.KeycloakFolder;
import io.latchkey.keycloak.server.KeycloakProcess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Keycloak gets our jar, loses it, and gets it back; what was seen on the way. */
class JarLifecycleIT {

  /** Of sessions, which the logins of these tests leave behind. */
  private static final Set<String> SESSIONS =
      Set.of("OFFLINE_USER_SESSION", "OFFLINE_CLIENT_SESSION");

  /** Keycloak says so of every extension that is more than an authenticator or a mapper. */
  private static final String INTERNAL_SPI = "KC-SERVICES0047";

  private static final List<String> PATHS =
      List.of(
          "management/v1/users/%s/pats",
          "v2/users/%s/pats",
          "v2/users/pats/search",
          "zitadel.management.v1.ManagementService/AddPersonalAccessToken",
          "zitadel.user.v2.UserService/AddPersonalAccessToken");

  @TempDir private static Path parent;

  private static final Map<String, Integer> STATUSES_WITHOUT = new HashMap<>();

  private static String printedWith;
  private static String printedWithout;
  private static String printedBack;
  private static String logWithout;
  private static String loggedInWithout;
  private static List<String> listedWith;
  private static List<String> listedBack;
  private static List<String> listedByOther;
  private static DatabaseDump with;
  private static DatabaseDump without;
  private static DatabaseDump back;

  @BeforeAll
  static void operate() throws Exception {
    KeycloakFolder folder = KeycloakFolder.create(parent.resolve("keycloak"));
    folder.putJar();
    printedWith = built(folder);
    KeycloakProcess server = folder.start(List.of());
    TokenClient client = new TokenClient(server);
    client.createRealm();
    String userId = client.userId();
    String token = client.createToken(userId);
    String other = client.createToken(userId);
    listedWith = client.listed(token);
    server.stop();
    with = DatabaseDump.of(folder);

    folder.removeJar();
    printedWithout = built(folder);
    server = folder.start(List.of());
    client = new TokenClient(server);
    loggedInWithout = client.loggedIn();
    for (String path : PATHS) {
      STATUSES_WITHOUT.put(path, client.status(path.formatted(userId)));
    }
    server.stop();
    logWithout = server.log();
    without = DatabaseDump.of(folder);

    folder.putJar();
    printedBack = built(folder);
    server = folder.start(List.of());
    client = new TokenClient(server);
    listedBack = client.listed(token);
    listedByOther = client.listed(other);
    server.stop();
    back = DatabaseDump.of(folder);
  }

  private static String built(KeycloakFolder folder) {
    return folder.kc("build", "--db=dev-file") + folder.kc("show-config");
  }

  @Test
  void build_withTheJar_warnsOfUsInNoWayButThatTheSpiIsInternal() {
    assertThat(aboutUs(printedWith)).isNotEmpty().allMatch(line -> line.contains(INTERNAL_SPI));
  }

  @Test
  void build_withoutTheJar_knowsNothingOfUs() {
    assertThat(aboutUs(printedWithout)).isEmpty();
  }

  @Test
  void build_withTheJarAgain_saysWhatItSaidAtFirst() {
    assertThat(messages(printedBack)).isEqualTo(messages(printedWith)).isNotEmpty();
  }

  @Test
  void jar_addsThreeTables() {
    assertThat(with.structure().stream().filter(sql -> sql.startsWith("CREATE CACHED TABLE")))
        .filteredOn(sql -> sql.contains("LATCHKEY"))
        .extracting(sql -> sql.replaceFirst("(?s).*?\"PUBLIC\"\\.\"(\\w+)\".*", "$1"))
        .containsExactlyInAnyOrder(
            "LATCHKEY_TOKEN", "LATCHKEY_EVENT_COUNTER", "DATABASECHANGELOG_LATCHKEY");
    assertThat(with.rows().get("LATCHKEY_TOKEN")).hasSize(2);
    assertThat(with.rows().get("LATCHKEY_EVENT_COUNTER")).hasSize(1);
  }

  @Test
  void withoutTheJar_keycloakStartsAndLogsIn() {
    assertThat(loggedInWithout).isEqualTo("Bearer");
    assertThat(logWithout).doesNotContain("ERROR");
  }

  @Test
  void withoutTheJar_itsPathsAreUnknown() {
    assertThat(STATUSES_WITHOUT).containsOnlyKeys(PATHS);
    assertThat(STATUSES_WITHOUT.values()).containsOnly(404);
  }

  @Test
  void withoutTheJar_allTablesAndRowsStayAsTheyWere() {
    assertThat(without.structure()).isEqualTo(with.structure()).isNotEmpty();
    assertThat(kept(without)).isEqualTo(kept(with)).isNotEmpty();
  }

  @Test
  void withTheJarAgain_allTablesAndRowsStayAsTheyWere() {
    assertThat(back.structure()).isEqualTo(with.structure());
    assertThat(kept(back)).isEqualTo(kept(with));
  }

  @Test
  void withTheJarAgain_tokensWorkAndAreListed() {
    assertThat(listedWith).hasSize(2);
    assertThat(listedBack).isEqualTo(listedWith);
    assertThat(listedByOther).isEqualTo(listedWith);
  }

  private static Map<String, Set<String>> kept(DatabaseDump dump) {
    Map<String, Set<String>> rows = new HashMap<>(dump.rows());
    rows.keySet().removeAll(SESSIONS);
    return rows;
  }

  /** Lines on our jar, or our classes. The name of the folder is one too. */
  private static List<String> aboutUs(String printed) {
    return printed
        .lines()
        .filter(line -> line.contains("latchkey"))
        .filter(line -> !line.contains("kc.provider.file.latchkey-keycloak.jar"))
        .filter(line -> !line.contains("kc.log-file"))
        .toList();
  }

  private static Set<String> messages(String printed) {
    return aboutUs(printed).stream()
        .map(line -> line.substring(line.indexOf(INTERNAL_SPI)))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
