package io.latchkey.hibernate.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The programs of a server, whose words go to a log in the server's folder. */
public final class ServerProgram {

  /** No input. */
  public static final File NOTHING = new File("/dev/null");

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String name;
  private final Path log;

  /**
   * Prepares for a server.
   *
   * @param name what failures call it
   * @param folder the folder of the server
   */
  public ServerProgram(String name, Path folder) {
    this.name = name;
    this.log = folder.resolve("log");
  }

  /**
   * Starts a program.
   *
   * @param input what it reads
   * @param command the program and its arguments
   * @return its process
   * @throws IOException if there is no such program
   */
  public Process start(File input, List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectInput(input)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /**
   * Runs a program to its end, which must be a good one.
   *
   * @param input what it reads
   * @param command the program and its arguments
   * @throws IOException if there is no such program
   * @throws InterruptedException if this thread is interrupted meanwhile
   */
  public void run(File input, List<String> command) throws IOException, InterruptedException {
    if (start(input, command).waitFor() != 0) {
      throw failure(command + " failed");
    }
  }

  /** How a server is asked whether it answers. */
  public interface Connector {

    /**
     * Connects.
     *
     * @return a connection
     * @throws SQLException if the server does not answer yet
     */
    Connection connect() throws SQLException;
  }

  /**
   * Waits until a server answers.
   *
   * @param process the server
   * @param connector asks it
   * @throws IOException if the log cannot be read
   * @throws InterruptedException if this thread is interrupted meanwhile
   */
  public void awaitAnswer(Process process, Connector connector)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!answers(connector)) {
      if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
        throw failure(name + " ended with " + process.exitValue());
      }
      if (System.nanoTime() > deadline) {
        throw failure(name + " does not answer");
      }
    }
  }

  private static boolean answers(Connector connector) {
    try {
      connector.connect().close();
      return true;
    } catch (SQLException notYet) {
      return false;
    }
  }

  private AssertionError failure(String what) throws IOException {
    return new AssertionError(what + "\n" + Files.readString(log));
  }

  /**
   * Finds a port of 127.0.0.1 that is free now.
   *
   * @return its number
   * @throws IOException if there is none
   */
  public static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /**
   * Reads files as they are on the disk.
   *
   * @param folder where they are, or in folders below
   * @return the bytes of each file
   */
  public static Stream<byte[]> files(Path folder) {
    return orFail(
        () -> {
          try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(ServerProgram::bytes).toList().stream();
          }
        });
  }

  private static byte[] bytes(Path file) {
    return orFail(() -> Files.readAllBytes(file));
  }

  /**
   * Work on processes and files.
   *
   * @param <T> what comes of it
   */
  public interface Work<T> {

    /**
     * Does it.
     *
     * @return what comes of it
     * @throws IOException if it fails
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    T done() throws IOException, InterruptedException;
  }

  /**
   * Does work whose failure fails the test.
   *
   * @param work the work
   * @param <T> what comes of it
   * @return what comes of it
   */
  public static <T> T orFail(Work<T> work) {
    try {
      return work.done();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
