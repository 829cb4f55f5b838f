package io.latchkey.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** {@code java -jar latchkey-host.jar} as an operator starts it. */
final class HostProcess implements AutoCloseable {

  private static final String READY = "Latchkey is ready at ";

  private final Process process;
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<URI> ready = new CompletableFuture<>();
  private final Thread reader = new Thread(this::read, "host-output");

  private HostProcess(Process process) {
    this.process = process;
    reader.setDaemon(true);
    reader.start();
  }

  static HostProcess start(
      Path workingDirectory, Map<String, String> environment, String... flags) {
    List<String> arguments = new ArrayList<>(List.of("-jar", jar().toString()));
    arguments.addAll(List.of(flags));
    return java(workingDirectory, environment, arguments);
  }

  /** The same with other arguments for the JVM than an operator needs. */
  static HostProcess java(
      Path workingDirectory, Map<String, String> environment, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(workingDirectory.toFile());
    builder.redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      return new HostProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path jar() {
    return Path.of(System.getProperty("latchkey.host.jar"));
  }

  private void read() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.add(line);
        if (line.startsWith(READY)) {
          ready.complete(URI.create(line.substring(READY.length())));
        }
      }
      ready.completeExceptionally(new AssertionError("it ended: " + lines));
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
  }

  /** Where it answers, once it does. */
  URI awaitReady() throws Exception {
    return ready.get(60, TimeUnit.SECONDS);
  }

  /** All that it has printed so far, on both streams. */
  List<String> output() {
    return List.copyOf(lines);
  }

  /** Waits for its end, and tells its exit status. */
  int awaitExit() throws Exception {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("it did not end: " + lines);
    }
    reader.join();
    return process.exitValue();
  }

  /** As SIGTERM does. What it prints at its end is read, which {@link Process#destroy} ends. */
  void terminate() {
    process.toHandle().destroy();
  }

  /** As SIGKILL does. */
  void kill() throws Exception {
    process.destroyForcibly();
    awaitExit();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
