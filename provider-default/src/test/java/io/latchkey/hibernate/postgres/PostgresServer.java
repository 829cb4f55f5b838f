package io.latchkey.hibernate.postgres;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL on a port of 127.0.0.1 that was free, whose commits reach the disk as those of an
 * operator's do. Its texts are sorted by the rules of a language, so that a test sees who relies on
 * another order. It ends with this JVM, however that ends.
 */
public final class PostgresServer implements AutoCloseable {

  private static final String ADMINISTRATOR = "postgres";
  private static final String PASSWORD = "Administrator's-secret";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path folder;
  private final Guard guard;
  private final ServerUser user;
  private final int port;
  private Process process;
  private int databases;

  private PostgresServer() throws IOException, InterruptedException {
    folder = PostgresFiles.newFolder();
    guard = Guard.over(folder);
    user = ServerUser.find(folder);
    port = freePort();
    initialize();
  }

  /**
   * Starts a server without a database.
   *
   * @return a server that answers
   */
  public static PostgresServer start() {
    try {
      PostgresServer server = new PostgresServer();
      server.restart();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private void initialize() throws IOException, InterruptedException {
    Path data = Files.createDirectory(data());
    user.give(data);
    Path password = Files.writeString(folder.resolve("password"), PASSWORD);
    run(
        user.command(
            PostgresFiles.program("initdb"),
            "--pgdata=" + data,
            "--username=" + ADMINISTRATOR,
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=icu",
            "--icu-locale=en-US",
            "--no-sync"));
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path log() {
    return folder.resolve("log");
  }

  private void run(List<String> command) throws IOException, InterruptedException {
    if (start(command).waitFor() != 0) {
      throw failure(command + " failed");
    }
  }

  private Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectInput(new File("/dev/null"))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  private AssertionError failure(String what) throws IOException {
    return new AssertionError(what + "\n" + Files.readString(log()));
  }

  /** Starts the server after {@link #kill}, on the same data and port. Returns when it answers. */
  public void restart() {
    List<String> command =
        user.command(
            PostgresFiles.program("postgres"),
            "-D",
            data().toString(),
            "-p",
            Integer.toString(port),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "fsync=on",
            "-c",
            "synchronous_commit=on",
            "-c",
            "shared_buffers=32MB");
    try {
      process = start(command);
      guard.server(process);
      awaitAnswer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
        throw failure("PostgreSQL ended with " + process.exitValue());
      }
      if (System.nanoTime() > deadline) {
        throw failure("PostgreSQL does not answer");
      }
    }
  }

  private boolean answers() {
    try {
      connect("postgres").close();
      return true;
    } catch (SQLException notYet) {
      return false;
    }
  }

  /**
   * Connects as the administrator.
   *
   * @param database the database
   * @return a connection, which the caller closes
   * @throws SQLException if the server refuses
   */
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), ADMINISTRATOR, PASSWORD);
  }

  /**
   * Where a database is.
   *
   * @param database its name
   * @return the JDBC URL, without a user
   */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /**
   * Makes an empty database.
   *
   * @return the database, which a user of its own owns
   */
  public PostgresDatabase createDatabase() {
    String name = "latchkey" + ++databases;
    PostgresDatabase database = new PostgresDatabase(this, name, name, name + "'s-secret");
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE ROLE %s LOGIN PASSWORD '%s'"
              .formatted(database.user(), database.password().replace("'", "''")));
      statement.execute("CREATE DATABASE %s OWNER %s".formatted(name, database.user()));
      return database;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * What the server keeps of all databases, byte by byte, as it is on the disk.
   *
   * @return the bytes of each file
   */
  public Stream<byte[]> files() {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    try (Stream<Path> files = Files.walk(data().resolve("base"))) {
      return files.filter(Files::isRegularFile).map(PostgresServer::bytes).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills all processes of the server with SIGKILL. */
  public void kill() {
    List<ProcessHandle> all = new ArrayList<>();
    Stream.concat(Stream.of(process.toHandle()), process.descendants()).forEach(all::add);
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(handle -> handle.onExit().join());
    try {
      guard.noServer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the server and deletes what it kept. */
  @Override
  public void close() {
    try {
      if (process.isAlive()) {
        run(
            user.command(
                PostgresFiles.program("pg_ctl"), "stop", "--mode=immediate", "--pgdata=" + data()));
        process.waitFor();
      }
      guard.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static AssertionError interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new AssertionError("interrupted", e);
  }
}
