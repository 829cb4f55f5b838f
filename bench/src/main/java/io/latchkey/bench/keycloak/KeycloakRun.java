package io.latchkey.bench.keycloak;

import io.latchkey.bench.measure.LoadRun;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Map;

/**
 * Personal access tokens in a Keycloak beside what Keycloak does by itself: creating one beside the
 * grant of an access token by {@code client_credentials}, and the introspection of one beside that
 * of an access token.
 *
 * <p>Needs a Keycloak that is started, with our jar in its folder {@code providers}.
 */
public final class KeycloakRun {

  private static final int THREADS = 8;
  private static final int WARM_UP = 2;

  private static final String REALM = "latchkey-bench";
  private static final String NAME = "bench";
  private static final Map<String, String> CLIENT =
      Map.of("client_id", NAME, "client_secret", NAME);

  private KeycloakRun() {}

  /**
   * Runs it.
   *
   * @param args the URL of the Keycloak, its administrator and the password
   * @throws Exception if Keycloak does not answer as it should
   */
  @SuppressWarnings("SystemOut") // a command line talks to its user
  public static void main(String[] args) throws Exception {
    KeycloakClient keycloak = new KeycloakClient(URI.create(args[0]), args[1], args[2]);
    keycloak.makeRealm(REALM, NAME, NAME);
    String user = keycloak.serviceAccount(REALM, NAME);
    Map<String, String> grant = KeycloakClient.with(CLIENT, "grant_type", "client_credentials");
    String accessToken = keycloak.token(REALM, grant, "access_token");
    String pats = "/realms/" + REALM + "/management/v1/users/" + user + "/pats";
    String pat = keycloak.json(pats, accessToken, "{}", "token");
    Map<String, String> ofPat = KeycloakClient.with(CLIENT, "token", pat);
    Map<String, String> ofAccessToken = KeycloakClient.with(CLIENT, "token", accessToken);

    LoadRun create =
        new LoadRun(
            "create a PAT, beside client_credentials",
            i -> keycloak.token(REALM, grant, "access_token"),
            i -> keycloak.json(pats, accessToken, "{}", "token"));
    LoadRun introspect =
        new LoadRun(
            "introspect a PAT, beside an access token",
            i -> keycloak.introspect(REALM, ofAccessToken),
            i -> keycloak.introspect(REALM, ofPat));
    for (int i = 0; i < WARM_UP; i++) {
      create.run(THREADS);
      introspect.run(THREADS);
    }
    System.out.println("| what | clients | Keycloak's own, a second | ours, a second | ratio |");
    System.out.println("|---|---|---|---|---|");
    double before = processorSeconds();
    long start = System.nanoTime();
    create.print(THREADS);
    introspect.print(THREADS);
    double cores = (processorSeconds() - before) * 1e9 / (System.nanoTime() - start);
    System.out.printf(
        "%nThe client took %.2f of the %d processors.%n",
        cores, Runtime.getRuntime().availableProcessors());
  }

  private static double processorSeconds() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }
}
