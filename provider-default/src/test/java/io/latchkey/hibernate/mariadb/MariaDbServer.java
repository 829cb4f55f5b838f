package io.latchkey.hibernate.mariadb;

import static io.latchkey.hibernate.server.ServerProgram.orFail;

import io.latchkey.hibernate.server.DatabaseServer;
import io.latchkey.hibernate.server.Guard;
import io.latchkey.hibernate.server.ServerProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A MariaDB on a port of 127.0.0.1 that was free, whose commits reach the disk as those of an
 * operator's do. It is set up as nobody should: texts are of one byte a character and compared
 * without letter case, and what is too long is cut, so that a test sees who relies on better. It
 * ends with this JVM, however that ends.
 */
public final class MariaDbServer implements DatabaseServer {

  private static final String ADMINISTRATOR = "administrator";
  private static final String PASSWORD = "Administrator-secret";

  /** Of both, the start of an empty server and that of a running one. */
  private static final String LOG_SIZE = "--innodb-log-file-size=16M";

  private final Path folder;
  private final Guard guard;
  private final ServerProgram program;
  private final int port;
  private Process process;
  private int databases;

  private MariaDbServer() throws IOException, InterruptedException {
    folder = MariaDbFiles.newFolder();
    guard = Guard.over(folder);
    program = new ServerProgram("MariaDB", folder);
    port = ServerProgram.freePort();
    initialize();
  }

  /**
   * Starts a server without a database.
   *
   * @return a server that answers
   */
  public static MariaDbServer start() {
    return orFail(
        () -> {
          MariaDbServer server = new MariaDbServer();
          server.restart();
          return server;
        });
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
    program.run(input.toFile(), command("--bootstrap"));
  }

  private Path data() {
    return folder.resolve("data");
  }

  private List<String> command(String... options) throws IOException {
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
    return command;
  }

  @Override
  public void restart() {
    process = orFail(this::startedAgain);
  }

  private Process startedAgain() throws IOException, InterruptedException {
    Process started =
        program.start(
            ServerProgram.NOTHING,
            command(
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
                "--sql-mode="));
    guard.servers(List.of(started.toHandle()));
    program.awaitAnswer(started, () -> connect("mysql"));
    return started;
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

  @Override
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

  /** The tables as they were at the last checkpoint, and the log of what has changed since. */
  @Override
  public Stream<byte[]> files() {
    return ServerProgram.files(data());
  }

  @Override
  public void kill() {
    orFail(
        () -> {
          process.destroyForcibly().waitFor();
          guard.noServer();
          return true;
        });
  }

  @Override
  public void close() {
    kill();
    orFail(
        () -> {
          guard.close();
          return true;
        });
  }
}
