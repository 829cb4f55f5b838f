package io.latchkey.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code java -jar latchkey-host.jar} as an operator starts it, with one machine user. */
final class PackagedServer implements AutoCloseable {

  private static final String READY = "Latchkey is ready at ";
  private static final Pattern USED = Pattern.compile("heap +total \\d+K, used (\\d+)K");
  private static final String USERS =
      """
      {
        "organizations": [{"id": "acme"}],
        "users": [{"id": "ci", "organization": "acme", "kind": "machine"}]
      }
      """;

  private final Process process;
  private final Path folder;
  private final CompletableFuture<URI> ready = new CompletableFuture<>();

  private PackagedServer(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
    Thread reader = new Thread(this::read, "server-output");
    reader.setDaemon(true);
    reader.start();
  }

  static PackagedServer start(Path jar, Path folder) throws IOException {
    Files.writeString(folder.resolve("users.json"), USERS);
    ProcessBuilder builder =
        new ProcessBuilder(
            program("java"),
            "-jar",
            jar.toAbsolutePath().toString(),
            "--http.port=0",
            "--data.dir=data",
            "--directory.import=users.json");
    return new PackagedServer(
        builder.directory(folder.toFile()).redirectErrorStream(true).start(), folder);
  }

  private static String program(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private void read() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      String last = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        last = line;
        if (line.startsWith(READY)) {
          ready.complete(URI.create(line.substring(READY.length())));
        }
      }
      ready.completeExceptionally(new IllegalStateException("the server ended: " + last));
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
  }

  URI awaitReady() throws Exception {
    return ready.get(60, TimeUnit.SECONDS);
  }

  String administratorToken() throws IOException {
    return Files.readString(folder.resolve("data/bootstrap.pat")).strip();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What is in use of the heap after two collections, in KiB. */
  long usedHeap() throws IOException, InterruptedException {
    jcmd("GC.run");
    jcmd("GC.run");
    String info = jcmd("GC.heap_info");
    Matcher used = USED.matcher(info);
    if (!used.find()) {
      throw new IllegalStateException("no heap in the answer of jcmd: " + info);
    }
    return Long.parseLong(used.group(1));
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(List.of(program("jcmd"), Long.toString(process.pid()), command))
            .redirectErrorStream(true)
            .start();
    String output = new String(jcmd.getInputStream().readAllBytes(), UTF_8);
    if (jcmd.waitFor() != 0) {
      throw new IllegalStateException("jcmd failed: " + output);
    }
    return output;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
