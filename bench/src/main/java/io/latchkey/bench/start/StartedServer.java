package io.latchkey.bench.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A server in a process of its own, from its command to its end. */
final class StartedServer implements AutoCloseable {

  /** As many as there are clients: creates for one user come one after the other. */
  static final int USERS = 8;

  private static final String READY = "Latchkey is ready at ";
  private static final Pattern RESIDENT = Pattern.compile("(?m)^Rss: +(\\d+) kB$");
  private static final Pattern SHARE = Pattern.compile("(?m)^Pss: +(\\d+) kB$");

  private final HttpClient http;
  private final Process process;
  private final URI uri;
  private final String token;

  private StartedServer(HttpClient http, Process process, URI uri, String token) {
    this.http = http;
    this.process = process;
    this.uri = uri;
    this.token = token;
  }

  /** Starts a server, and returns when it says that it is ready. */
  static StartedServer start(HttpClient http, List<String> java, Path folder)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("users.json"), users());
    List<String> command = new ArrayList<>(java);
    command.addAll(
        List.of(
            "--http.port=0",
            "--http.access-log=false",
            "--data.dir=data",
            "--directory.import=users.json"));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    List<String> lines = new ArrayList<>();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      lines.add(line);
      if (line.startsWith(READY)) {
        URI uri = URI.create(line.substring(READY.length()));
        String token = Files.readString(folder.resolve("data/bootstrap.pat")).strip();
        return new StartedServer(http, process, uri, token);
      }
    }
    throw new IllegalStateException("the server ended with " + process.waitFor() + ": " + lines);
  }

  private static String users() {
    String users =
        IntStream.range(0, USERS)
            .mapToObj("{\"id\":\"ci%d\",\"organization\":\"acme\",\"kind\":\"machine\"}"::formatted)
            .collect(Collectors.joining(","));
    return "{\"organizations\":[{\"id\":\"acme\"}],\"users\":[" + users + "]}";
  }

  void create(int user) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(uri + "/management/v1/users/ci" + user + "/pats"))
            .header("Authorization", "Bearer " + token)
            .header("x-zitadel-orgid", "acme")
            .POST(BodyPublishers.ofString("{\"expirationDate\":\"2099-01-01T00:00:00Z\"}"))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
  }

  /** The processor time that it has used so far. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** What the kernel counts as resident, in KiB; and the server's fair share of it. */
  record Memory(long resident, long share) {}

  Memory memory() throws IOException {
    String rollup = Files.readString(Path.of("/proc/" + process.pid() + "/smaps_rollup"));
    return new Memory(kibibytes(RESIDENT, rollup), kibibytes(SHARE, rollup));
  }

  private static long kibibytes(Pattern line, String rollup) {
    Matcher found = line.matcher(rollup);
    if (!found.find()) {
      throw new IllegalStateException("the kernel does not tell of the memory of a process");
    }
    return Long.parseLong(found.group(1));
  }

  /** Ends it as an operator does. */
  @Override
  public void close() {
    process.toHandle().destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
