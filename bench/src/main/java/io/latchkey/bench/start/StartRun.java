package io.latchkey.bench.start;

import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts the packaged server in several ways, which take turns, and prints how long each took from
 * its command to its first answered create, and what memory it had then and at the end of a load of
 * creates by eight clients.
 */
public final class StartRun {

  private StartRun() {}

  /**
   * Prints a table; seconds, MiB, and creates a second: the median, and the range in brackets.
   *
   * @param arguments the jar of the server; the number of rounds; seconds of load in each; then,
   *     for each further way to start it, the arguments of {@code java} as one text
   * @throws Exception if a server does not start, or does not answer 200
   */
  @SuppressWarnings("SystemOut") // a command line talks to its user
  public static void main(String[] arguments) throws Exception {
    Path jar = Path.of(arguments[0]).toRealPath();
    int rounds = Integer.parseInt(arguments[1]);
    int loadSeconds = Integer.parseInt(arguments[2]);
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<Way> ways = new ArrayList<>();
    for (String way : List.of(arguments).subList(3, arguments.length)) {
      List<String> command = new ArrayList<>(List.of(java));
      command.addAll(List.of(way.strip().split(" +")));
      ways.add(new Way(http, "`java " + way.replace(jar.getParent() + "/", "") + "`", command));
    }
    new Way(http, "not counted", List.of(java, "-jar", jar.toString())).measure(1);
    for (int round = 0; round < rounds; round++) {
      for (Way way : ways) {
        way.measure(loadSeconds);
      }
    }
    System.out.printf(
        "Java %s, %d processors, load average %.1f, %d rounds, %d s of load%n%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        rounds,
        loadSeconds);
    System.out.println(
        "| started as | first answer, empty folder, s | first answer, s | processor time to it, s"
            + " | resident, MiB | share, MiB | resident under load, MiB | share under load, MiB"
            + " | creates/s |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    ways.forEach(way -> System.out.println(way.row()));
  }
}
