package io.latchkey.hibernate.mariadb;

import io.latchkey.hibernate.server.Guard;
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
 * A MariaDB on a port of 127.0.0.1 that was free, whose commits reach the disk as those of an
 * operator's do. It is set up as nobody should: texts are of one byte a character and compared
 * without letter case, and what is too long is cut, so that a test sees who relies on better. It
 * ends with this JVM, however that ends.
 */
public final class MariaDbServer implements AutoCloseable {

  private static final String ADMINISTRATOR = "administrator";
  private static final String PASSWORD = "Administrator-secret";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Of both, the start of an empty server and that of a running one. */
  private static final String LOG_SIZE = "--innodb-log-file-size=16M";

  private final Path folder;
  private final Guard guard;
  private final int port;
  private Process process;
  private int databases;

  private MariaDbServer() throws IOException, InterruptedException {
    folder = MariaDbFiles.newFolder();
    guard = Guard.over(folder);
    port = freePort();
    initialize();
  }

  /**
   * Starts a server without a database.
   *
   * @return a server that answers
   */
  public static MariaDbServer start() {
    try {
      MariaDbServer server = new MariaDbServer();
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

  /** The server reads statements, each to the end of a line, from its input, and ends. */
  private void initialize() throws IOException, InterruptedException {
    Files.createDirectory(data());
    Path input = folder.resolve("statements");
    List<String> statements = new ArrayList<>(List.of("CREATE DATABASE mysql;", "USE mysql;"));
    for (Path file : MariaDbFiles.systemTables()) {
      statements.add(Files.readString(file));
    }
    statements.add("DELETE FROM global_priv WHERE user <> 'mariadb.sys';");
    statements.add("FLUSH PRIVILEGES;");
    statements.add("CREATE USER %s IDENTIFIED BY '%s';".formatted(ADMINISTRATOR, PASSWORD));
    statements.add("GRANT ALL ON *.* TO %s WITH GRANT OPTION;".formatted(ADMINISTRATOR));
    Files.write(input, statements);
    if (start(input.toFile(), "--bootstrap").waitFor() != 0) {
      throw failure("MariaDB could not be set up");
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path log() {
    return folder.resolve("log");
  }

  private Process start(File input, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                MariaDbFiles.program(),
                "--no-defaults",
                "--basedir=" + MariaDbFiles.base(),
                "--lc-messages-dir=" + MariaDbFiles.messages(),
                "--datadir=" + data(),
                LOG_SIZE));
    if (Files.getAttribute(folder, "unix:uid").equals(0)) {
      command.add("--user=root"); // it asks to be told so
    }
    command.addAll(List.of(options));
    return new ProcessBuilder(command)
        .redirectInput(input)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  private AssertionError failure(String what) throws IOException {
    return new AssertionError(what + "\n" + Files.readString(log()));
  }

  /** Starts the server after {@link #kill}, on the same data and port. Returns when it answers. */
  public void restart() {
    try {
      process =
          start(
              new File("/dev/null"),
              "--port=" + port,
              "--bind-address=127.0.0.1",
              "--skip-name-resolve",
              "--socket=",
              // Otherwise it makes keys for TLS at each start, which takes seconds.
              "--skip-ssl",
              "--innodb-flush-log-at-trx-commit=1",
              "--sync-binlog=1",
              "--innodb-buffer-pool-size=32M",
              "--character-set-server=latin1",
              "--collation-server=latin1_swedish_ci",
              "--sql-mode=");
      guard.servers(List.of(process.toHandle()));
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
        throw failure("MariaDB ended with " + process.exitValue());
      }
      if (System.nanoTime() > deadline) {
        throw failure("MariaDB does not answer");
      }
    }
  }

  private boolean answers() {
    try {
      connect("mysql").close();
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
    return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
  }

  /**
   * Makes an empty database.
   *
   * @return the database, in which a user of its own has all rights
   */
  public MariaDbDatabase createDatabase() {
    String name = "latchkey" + ++databases;
    MariaDbDatabase database = new MariaDbDatabase(this, name, name, name + "'s-secret");
    try (Connection connection = connect("mysql");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
      statement.execute(
          "CREATE USER %s IDENTIFIED BY '%s'"
              .formatted(database.user(), database.password().replace("'", "''")));
      statement.execute("GRANT ALL ON %s.* TO %s".formatted(name, database.user()));
      return database;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * What the server keeps of all databases, byte by byte, as it is on the disk: the tables as they
   * were at the last checkpoint, and the log of what has changed since.
   *
   * @return the bytes of each file
   */
  public Stream<byte[]> files() {
    try (Stream<Path> files = Files.walk(data())) {
      return files.filter(Files::isRegularFile).map(MariaDbServer::bytes).toList().stream();
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

  /** Kills the server with SIGKILL. */
  public void kill() {
    try {
      process.destroyForcibly().waitFor();
      guard.noServer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Ends the server and deletes what it kept. */
  @Override
  public void close() {
    kill();
    try {
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
