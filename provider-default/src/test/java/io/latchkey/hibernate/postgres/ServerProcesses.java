package io.latchkey.hibernate.postgres;

import io.latchkey.hibernate.server.Guard;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The processes of a server that was started, which are all sent signals together. */
final class ServerProcesses {

  private final Process main;
  private final Guard guard;
  private boolean frozen;

  /** Lets the guard end them, should this JVM not. */
  ServerProcesses(Process main, Guard guard) throws IOException {
    this.main = main;
    this.guard = guard;
    guard.servers(List.of(main.toHandle()));
  }

  private List<ProcessHandle> all() {
    return Stream.concat(Stream.of(main.toHandle()), main.descendants()).toList();
  }

  /** Whether they go on: neither killed nor frozen. */
  boolean goOn() {
    return main.isAlive() && !frozen;
  }

  /** With SIGKILL, if it was not done before; returns when none of them does anything any more. */
  void killAtOnce() {
    if (!main.isAlive()) {
      return;
    }
    List<ProcessHandle> all = freezeAll();
    all.forEach(ProcessHandle::destroyForcibly);
    while (all.stream().anyMatch(ServerProcesses::runs)) {
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
    main.toHandle().onExit().join();
    try {
      guard.noServer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With SIGKILL; returns when the system has forgotten them, which takes a second or two. */
  void kill() {
    List<ProcessHandle> all = all();
    killAtOnce();
    all.forEach(handle -> handle.onExit().join());
  }

  /** A process that is dead, but whose parent has not asked for its status, has no command. */
  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  /** With SIGSTOP. */
  void freeze() {
    try {
      guard.servers(freezeAll());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first one first, so that it starts no more of them, and the others know of no end. */
  private List<ProcessHandle> freezeAll() {
    frozen = true;
    signal("STOP", List.of(main.toHandle()));
    List<ProcessHandle> all = all();
    signal("STOP", all);
    return all;
  }

  /** With SIGCONT, if they are stopped: one that runs may end before it gets the signal. */
  void thaw() {
    if (frozen) {
      signal("CONT", all());
      frozen = false;
    }
  }

  /** By a shell, which has a kill of its own. Who has ended meanwhile needs no signal. */
  private static void signal(String name, List<ProcessHandle> processes) {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "kill -\"$0\" \"$@\"", name));
    processes.forEach(handle -> command.add(Long.toString(handle.pid())));
    try {
      int status =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(new File("/dev/null"))
              .start()
              .waitFor();
      if (status != 0 && processes.stream().allMatch(ServerProcesses::runs)) {
        throw new AssertionError(command + " failed");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
