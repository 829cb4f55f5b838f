package io.latchkey.bench.faults.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.bench.faults.history.Operation.Server;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * {@code java -jar latchkey-host.jar} in a folder of its own, to kill, to stop and to start again.
 * Its output is in the file {@code log} there. One thread changes it; any may ask where it is.
 */
public final class Node implements AutoCloseable {

  private static final String READY = "Latchkey is ready at ";
  private static final String ACCESS_LOG = "latchkey.access";
  private static final long PATIENCE_SECONDS = 90;
  private static final int STARTS = 12;

  private final Path jar;
  private final Path folder;
  private final Map<String, String> environment;
  private final List<String> flags;
  private final int number;
  private volatile Server server;
  private volatile CompletableFuture<URI> ready = new CompletableFuture<>();
  private @Nullable Process process;

  /**
   * Prepares one.
   *
   * @param number from 1
   * @param jar of the server
   * @param folder where it works
   * @param environment what is set for it, beside what is set for this process
   * @param flags of its command line
   */
  public Node(
      int number, Path jar, Path folder, Map<String, String> environment, List<String> flags) {
    this.number = number;
    this.jar = jar.toAbsolutePath();
    this.folder = folder;
    this.environment = Map.copyOf(environment);
    this.flags = List.copyOf(flags);
    this.server = new Server(number, 0);
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /**
   * Starts it, for the first time or again.
   *
   * @throws IOException if there is no such program
   */
  public void start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-jar", jar.toString()));
    command.add("--http.port=0");
    command.addAll(flags);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile()).redirectErrorStream(true).environment().putAll(environment);
    Process started = builder.start();
    CompletableFuture<URI> answer = new CompletableFuture<>();
    server = new Server(number, server.run() + (process == null ? 0 : 1));
    ready = answer;
    process = started;
    Thread reader = new Thread(() -> read(started, answer), "node-" + number);
    reader.setDaemon(true);
    reader.start();
  }

  private void read(Process from, CompletableFuture<URI> answer) {
    try (BufferedReader in =
            new BufferedReader(new InputStreamReader(from.getInputStream(), UTF_8));
        BufferedWriter log =
            Files.newBufferedWriter(
                folder.resolve("log"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      String last = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.contains(ACCESS_LOG)) {
          continue;
        }
        last = line;
        log.append(line).append('\n').flush();
        if (line.startsWith(READY)) {
          answer.complete(URI.create(line.substring(READY.length())));
        }
      }
      answer.completeExceptionally(new IOException("node " + number + " ended: " + last));
    } catch (IOException e) {
      answer.completeExceptionally(e);
    }
  }

  /**
   * Waits until it answers. If it ends instead it is started again, as a supervisor would: a server
   * ends whose database is not there yet.
   *
   * @throws IOException if it ends twelve times, or does not answer within 90 s
   * @throws InterruptedException if this thread is interrupted
   */
  public void awaitReady() throws IOException, InterruptedException {
    for (int left = STARTS - 1; ; left--) {
      try {
        ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return;
      } catch (ExecutionException e) {
        if (left == 0) {
          throw new IOException(e.getCause());
        }
        start();
      } catch (TimeoutException e) {
        throw new IOException("node " + number + " was not ready in time", e);
      }
    }
  }

  /**
   * Where it answers, or did before it was killed.
   *
   * @return null until it is ready
   */
  public @Nullable URI uri() {
    CompletableFuture<URI> now = ready;
    return now.isDone() && !now.isCompletedExceptionally() ? now.join() : null;
  }

  /**
   * Which process it is now.
   *
   * @return number of the node and of its starts
   */
  public Server server() {
    return server;
  }

  /**
   * Its process.
   *
   * @return the id for the system
   */
  public long pid() {
    return running().pid();
  }

  /**
   * Whether its process lives.
   *
   * @return also true while it is stopped
   */
  public boolean isAlive() {
    return running().isAlive();
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException("node " + number + " was not started");
    }
    return process;
  }

  /**
   * Kills it with SIGKILL.
   *
   * @throws InterruptedException if this thread is interrupted
   */
  public void kill() throws InterruptedException {
    running().destroyForcibly().waitFor();
  }

  /**
   * Stops it with SIGSTOP.
   *
   * @throws IOException if it has ended
   * @throws InterruptedException if this thread is interrupted
   */
  public void freeze() throws IOException, InterruptedException {
    Signals.send("STOP", pid());
  }

  /**
   * Lets it go on.
   *
   * @throws IOException if it has ended
   * @throws InterruptedException if this thread is interrupted
   */
  public void thaw() throws IOException, InterruptedException {
    Signals.send("CONT", pid());
  }

  /** Kills it, and returns when it is gone. */
  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }

  @Override
  public String toString() {
    return "node " + number;
  }
}
