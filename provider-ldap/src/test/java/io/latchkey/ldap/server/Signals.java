package io.latchkey.ldap.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The signals of Linux that {@link Process} has no method for. */
final class Signals {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Signals() {}

  /** Returns when all their threads stand still: on a busy machine one runs on for a moment. */
  static void stop(List<ProcessHandle> processes) {
    send("STOP", processes);
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!processes.stream().allMatch(Signals::isStopped)) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("it does not stop: " + processes);
      }
      Thread.onSpinWait();
    }
  }

  static void resume(List<ProcessHandle> processes) {
    send("CONT", processes);
  }

  private static boolean isStopped(ProcessHandle process) {
    Path threads = Path.of("/proc", String.valueOf(process.pid()), "task");
    try (Stream<Path> all = Files.list(threads)) {
      return all.allMatch(thread -> state(thread).startsWith("T"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String state(Path thread) {
    try {
      String stat = Files.readString(thread.resolve("stat"));
      // After the name, which stands in brackets and may hold any character.
      return stat.substring(stat.lastIndexOf(')') + 2);
    } catch (IOException endedMeanwhile) {
      return "";
    }
  }

  private static void send(String signal, List<ProcessHandle> processes) {
    String kill =
        processes.stream()
            .map(process -> String.valueOf(process.pid()))
            .collect(Collectors.joining(" ", "kill -" + signal + " ", ""));
    try {
      int status = new ProcessBuilder("sh", "-c", kill).start().waitFor();
      if (status != 0) {
        throw new AssertionError(kill + " failed with " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
