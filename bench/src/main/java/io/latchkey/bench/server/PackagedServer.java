package io.latchkey.bench.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code java -jar latchkey-host.jar} as an operator starts it, with one machine user unless its
 * folder holds a file of users before.
 *
 * <p>Thread-safe.
 */
public final class PackagedServer implements AutoCloseable {

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

  /**
   * Starts a server on an H2 file in its folder.
   *
   * @param jar the server
   * @param folder where it runs, and keeps its files
   * @return a server that may not answer yet
   * @throws IOException if it cannot be started
   */
  public static PackagedServer start(Path jar, Path folder) throws IOException {
    return start(jar, folder, Map.of());
  }

  /**
   * Starts a server with settings of one's own.
   *
   * @param jar the server
   * @param folder where it runs, and keeps its files; its {@code users.json} is imported, and made
   *     if it is not there
   * @param settings texts by their keys, secrets too; they beat those that are always set, and an
   *     empty one leaves its key unset
   * @return a server that may not answer yet
   * @throws IOException if it cannot be started
   */
  public static PackagedServer start(Path jar, Path folder, Map<String, String> settings)
      throws IOException {
    return start(
        List.of(program("java"), "-jar", jar.toAbsolutePath().toString()), folder, settings);
  }

  /**
   * Starts a server by a command of one's own.
   *
   * @param command starts the server, once its arguments are added to it
   * @param folder as above
   * @param settings as above
   * @return a server that may not answer yet
   * @throws IOException if it cannot be started
   */
  public static PackagedServer start(
      List<String> command, Path folder, Map<String, String> settings) throws IOException {
    Path users = folder.resolve("users.json");
    if (Files.notExists(users)) {
      Files.writeString(users, USERS);
    }
    Properties all = new Properties();
    all.putAll(Map.of("http.port", "0", "data.dir", "data", "directory.import", "users.json"));
    all.putAll(settings);
    all.values().removeIf(""::equals);
    try (OutputStream file = Files.newOutputStream(folder.resolve("server.properties"))) {
      all.store(file, null);
    }
    List<String> line = new ArrayList<>(command);
    line.add("--config=server.properties");
    return new PackagedServer(
        new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true).start(),
        folder);
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

  /**
   * Waits until the server says that it is ready, for a minute at the most.
   *
   * @return where it answers
   * @throws Exception if it ends before, or is not ready in time
   */
  public URI awaitReady() throws Exception {
    return ready.get(60, TimeUnit.SECONDS);
  }

  /**
   * The token that the server has made for its first user, once it is ready.
   *
   * @return the token, whose role is IAM_OWNER
   * @throws IOException if there is none
   */
  public String administratorToken() throws IOException {
    return Files.readString(folder.resolve("data/bootstrap.pat")).strip();
  }

  /**
   * The server's process, to be killed or measured.
   *
   * @return the process
   */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /**
   * Whether the server's process lives.
   *
   * @return whether it does
   */
  public boolean isAlive() {
    return process.isAlive();
  }

  /**
   * What is in use of the heap after two collections.
   *
   * @return KiB
   * @throws IOException if jcmd cannot be started
   * @throws InterruptedException if interrupted
   */
  public long usedHeap() throws IOException, InterruptedException {
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

  /** Kills the server, and waits for its end. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
