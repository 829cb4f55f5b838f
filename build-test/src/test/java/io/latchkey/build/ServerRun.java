package io.latchkey.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A server that a page tells its reader to start; at any free port. */
final class ServerRun implements AutoCloseable {

  private static final String READY = "Latchkey is ready at ";

  private final Process process;
  private final CompletableFuture<String> uri = new CompletableFuture<>();

  private ServerRun(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "server-output");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts the one command of a block. */
  static ServerRun start(Path folder, String command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of("bash", "-c", "exec " + command))
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("LATCHKEY_HTTP_PORT", "0");
    return new ServerRun(builder.start());
  }

  private void read() {
    StringBuilder output = new StringBuilder();
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        output.append(line).append('\n');
        if (line.startsWith(READY)) {
          uri.complete(line.substring(READY.length()));
        }
      }
      uri.completeExceptionally(new AssertionError("it ended:\n" + output));
    } catch (IOException e) {
      uri.completeExceptionally(e);
    }
  }

  /** Where it answers, once it does. */
  String awaitReady() throws Exception {
    return uri.get(60, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
