package io.latchkey.bench.broken;

import io.latchkey.bench.measure.AnswerTimes;
import io.latchkey.bench.server.PackagedServer;
import io.latchkey.host.broken.BrokenInput;
import io.latchkey.host.broken.InputMedia;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Broken input on a warm server: every request is to be answered as the contract says, within 50
 * ms, and the heap is to stay as it is.
 */
public final class BrokenInputRun {

  private static final int WARM_UP = 50;
  private static final int TIMES = 300;
  private static final double MAX_MILLIS = 50;
  private static final long MAX_HEAP_GROWTH = 4 * 1024;
  private static final long NO_ANSWER_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final HttpClient http = HttpClient.newHttpClient();

  /** Of its own, so that no connection by HTTP/1.1 is taken. */
  private final HttpClient http2 = HttpClient.newHttpClient();

  private final URI base;
  private final String token;
  private final List<String> problems = new ArrayList<>();

  private BrokenInputRun(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  /**
   * Runs it. Ends with the status 1 if an answer is wrong, or late both times that it was measured,
   * or if the heap has grown.
   *
   * @param arguments the jar of the server
   * @throws Exception if anything fails
   */
  @SuppressWarnings("SystemOut") // a command line talks to its user
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("latchkey-bench");
    boolean good;
    try (PackagedServer server = PackagedServer.start(Path.of(arguments[0]), folder)) {
      BrokenInputRun run = new BrokenInputRun(server.awaitReady(), server.administratorToken());
      run.measure(server);
      run.problems.forEach(System.out::println);
      good = run.problems.isEmpty();
    }
    System.exit(good ? 0 : 1);
  }

  private record Row(BrokenInput input, AnswerTimes times) {}

  @SuppressWarnings("SystemOut") // a command line talks to its user
  private void measure(PackagedServer server) throws Exception {
    // A request without a body brings up HTTP/2, and the good ones what a host does first.
    http2.send(
        HttpRequest.newBuilder(URI.create(base + "/healthz")).build(), BodyHandlers.discarding());
    requireGoodAnswers();
    List<BrokenInput> inputs = BrokenInput.all();
    for (BrokenInput input : inputs) {
      times(input, WARM_UP);
    }
    long before = server.usedHeap();
    System.out.println("| media type | breakage | answer | p50 ms | p99 ms | max ms |");
    System.out.println("|---|---|---|---|---|---|");
    List<Row> rows = new ArrayList<>();
    for (BrokenInput input : inputs) {
      Row row = new Row(input, times(input, TIMES));
      rows.add(row);
      System.out.println(line(row));
    }
    long after = server.usedHeap();
    report(rows);
    measureAgain(rows);
    requireGoodAnswers();
    System.out.printf(
        "%nHeap in use after collection: %,d KiB before, %,d KiB after. The server is %s.%n",
        before, after, server.isAlive() ? "alive" : "gone");
    require(after - before <= MAX_HEAP_GROWTH, "the heap has grown by more than 4 MiB");
    require(server.isAlive(), "the server is gone");
  }

  /** What is slow is slow again; a stall of the machine hits somebody else the next time. */
  @SuppressWarnings("SystemOut") // a command line talks to its user
  private void measureAgain(List<Row> rows) throws InterruptedException {
    for (Row row : rows) {
      if (row.times().maxMillis() > MAX_MILLIS) {
        Row again = new Row(row.input(), times(row.input(), TIMES));
        System.out.println("later than 50 ms, and measured again: " + line(again));
        require(again.times().maxMillis() <= MAX_MILLIS, "later than 50 ms: " + row.input());
      }
    }
  }

  private AnswerTimes times(BrokenInput input, int count) throws InterruptedException {
    long[] nanos = new long[count];
    for (int i = 0; i < count; i++) {
      nanos[i] = time(input);
    }
    return new AnswerTimes(nanos);
  }

  /** In nanoseconds; an answer that does not come is a very late one. */
  @SuppressWarnings("SystemOut") // a command line talks to its user
  private long time(BrokenInput input) throws InterruptedException {
    HttpRequest request = input.request(base, token);
    long start = System.nanoTime();
    try {
      HttpResponse<byte[]> response =
          client(input.media()).send(request, BodyHandlers.ofByteArray());
      long nanos = System.nanoTime() - start;
      String outcome = input.media().outcome(response);
      require(outcome.equals(input.outcome()), input + ": " + outcome);
      return nanos;
    } catch (IOException e) {
      System.out.println("no answer to " + input + ": " + e);
      return NO_ANSWER_NANOS;
    }
  }

  private void requireGoodAnswers() throws IOException, InterruptedException {
    for (InputMedia media : InputMedia.values()) {
      HttpResponse<byte[]> response =
          client(media).send(BrokenInput.good(media, base, token), BodyHandlers.ofByteArray());
      String outcome = media.outcome(response);
      require(outcome.equals("200"), "a good request: " + outcome);
    }
  }

  private HttpClient client(InputMedia media) {
    return media.version() == HttpClient.Version.HTTP_2 ? http2 : http;
  }

  @SuppressWarnings("SystemOut") // a command line talks to its user
  private static void report(List<Row> rows) {
    Map<InputMedia, List<Row>> byMedia = new LinkedHashMap<>();
    rows.forEach(
        row -> byMedia.computeIfAbsent(row.input().media(), m -> new ArrayList<>()).add(row));
    System.out.println();
    System.out.println("| media type | breakages | requests | p50 ms | p99 ms | max ms |");
    System.out.println("|---|---|---|---|---|---|");
    byMedia.forEach(
        (media, own) -> {
          AnswerTimes all = own.stream().map(Row::times).reduce(AnswerTimes::and).orElseThrow();
          System.out.printf(
              "| %s | %d | %,d | %s |%n", media, own.size(), all.count(), all.columns());
        });
    System.out.println();
    System.out.println("The slowest:");
    System.out.println();
    rows.stream()
        .sorted(Comparator.comparingDouble((Row row) -> row.times().maxMillis()).reversed())
        .limit(10)
        .forEach(row -> System.out.println(line(row)));
  }

  private static String line(Row row) {
    return "| "
        + String.join(
            " | ",
            row.input().media().toString(),
            row.input().breakage(),
            row.input().outcome(),
            row.times().columns())
        + " |";
  }

  private void require(boolean good, String problem) {
    if (!good && !problems.contains(problem)) {
      problems.add(problem);
    }
  }
}
