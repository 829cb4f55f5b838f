package io.latchkey.ldap.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server's process in the foreground, and the next one in its place. */
final class ServerProcess {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<String> command;
  private final Path log;
  private @Nullable Process process;

  ServerProcess(Path log, List<String> command) {
    this.command = command;
    this.log = log;
  }

  /** Returns when it answers. */
  void start(BooleanSupplier answers) {
    if (process != null && process.isAlive()) {
      throw new IllegalStateException("it is running: " + command);
    }
    try {
      Process started =
          new ProcessBuilder(command)
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      process = started;
      // Tests that are broken off leave no server behind.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> destroy(started)));
      await(answers, started);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted: " + command, e);
    }
  }

  private void await(BooleanSupplier answers, Process started)
      throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!answers.getAsBoolean()) {
      if (started.waitFor(20, TimeUnit.MILLISECONDS)) {
        throw failure("it ended with " + started.exitValue());
      }
      if (Instant.now().isAfter(deadline)) {
        kill();
        throw failure("it does not answer");
      }
    }
  }

  private AssertionError failure(String what) throws IOException {
    return new AssertionError(what + ": " + command + "\n" + Files.readString(log));
  }

  /** Does nothing if it is gone already. */
  void kill() {
    if (process != null) {
      destroy(process).forEach(handle -> handle.onExit().join());
    }
  }

  private static List<ProcessHandle> destroy(Process process) {
    List<ProcessHandle> family = family(process);
    family.forEach(ProcessHandle::destroyForcibly);
    return family;
  }

  private static List<ProcessHandle> family(Process process) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  void pause() {
    Signals.stop(family(running()));
  }

  void resume() {
    Signals.resume(family(running()));
  }

  private Process running() {
    if (process == null || !process.isAlive()) {
      throw new IllegalStateException("it is not running: " + command);
    }
    return process;
  }
}
