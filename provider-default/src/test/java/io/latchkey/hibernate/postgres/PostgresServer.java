package io.latchkey.hibernate.postgres;

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
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL on a port of 127.0.0.1 that was free, whose commits reach the disk as those of an
 * operator's do. Its texts are sorted by the rules of a language, so that a test sees who relies on
 * another order. It ends with this JVM, however that ends.
 */
public final class PostgresServer implements PostgresService, DatabaseServer {

  private static final String ADMINISTRATOR = "postgres";
  private static final String PASSWORD = "Administrator's-secret";

  private final Path folder;
  private final Guard guard;
  private final ServerProgram program;
  private final ServerUser user;
  private int port;
  private Process process;
  private ServerProcesses processes;
  private int databases;

  private PostgresServer() throws IOException, InterruptedException {
    folder = PostgresFiles.newFolder();
    guard = Guard.over(folder);
    program = new ServerProgram("PostgreSQL", folder);
    user = ServerUser.find(folder);
  }

  /**
   * Starts a server without a database.
   *
   * @return a server that answers
   */
  public static PostgresServer start() {
    return started(
        server -> {
          server.initialize();
          server.restart();
        });
  }

  /** Starts a standby, which follows the primary and takes no changes, but answers. */
  static PostgresServer standbyOf(PostgresServer primary) {
    return started(server -> server.follow(primary));
  }

  private interface Start {
    void of(PostgresServer server) throws IOException, InterruptedException;
  }

  private static PostgresServer started(Start start) {
    return orFail(
        () -> {
          PostgresServer server = new PostgresServer();
          start.of(server);
          return server;
        });
  }

  /** Starts this server, which must not run, on a copy of the other's data, as its standby. */
  void follow(PostgresServer primary) throws IOException {
    BaseBackup backup = new BaseBackup(primary.data(), data(), user);
    try (Connection connection = primary.connect("postgres")) {
      backup.make(connection);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    backup.write("standby.signal", "");
    backup.write(
        "postgresql.auto.conf",
        """
        primary_conninfo = 'host=127.0.0.1 port=%d user=%s password=%s'
        wal_retrieve_retry_interval = '100ms'
        """
            .formatted(primary.port, ADMINISTRATOR, PASSWORD.replace("'", "\\\\''")));
    restart();
  }

  /** Found at the first start: what is free earlier may be somebody else's by then. */
  private int port() {
    if (port == 0) {
      port = orFail(ServerProgram::freePort);
    }
    return port;
  }

  private void initialize() throws IOException, InterruptedException {
    Path data = Files.createDirectory(data());
    user.give(data);
    Path password = Files.writeString(folder.resolve("password"), PASSWORD);
    program.run(
        ServerProgram.NOTHING,
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

  @Override
  public void restart() {
    List<String> command =
        user.command(
            PostgresFiles.program("postgres"),
            "-D",
            data().toString(),
            "-p",
            Integer.toString(port()),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "fsync=on",
            "-c",
            "synchronous_commit=on",
            "-c",
            "shared_buffers=32MB",
            // For a standby that is copied and started while there are changes.
            "-c",
            "wal_keep_size=256MB",
            "-c",
            "recovery_init_sync_method=" + PostgresFiles.syncMethod());
    process =
        orFail(
            () -> {
              Process started = program.start(ServerProgram.NOTHING, command);
              processes = new ServerProcesses(started, guard);
              program.awaitAnswer(started, () -> connect("postgres"));
              return started;
            });
  }

  @Override
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), ADMINISTRATOR, PASSWORD);
  }

  @Override
  public String url(String database) {
    return "jdbc:postgresql://" + address() + "/" + database;
  }

  /** Host and port. */
  String address() {
    return "127.0.0.1:" + port;
  }

  @Override
  public PostgresDatabase createDatabase() {
    return PostgresDatabase.create(this, "latchkey" + ++databases);
  }

  @Override
  public Stream<byte[]> files() {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return ServerProgram.files(data().resolve("base"));
  }

  /** Kills all processes of the server. Returns a second or two after that. */
  @Override
  public void kill() {
    processes.kill();
  }

  /** Kills all processes of the server with SIGKILL, and returns at once. */
  void killAtOnce() {
    processes.killAtOnce();
  }

  /**
   * Stops all processes of the server with SIGSTOP: it takes connections and answers nothing, until
   * {@link #thaw} or {@link #kill}.
   */
  public void freeze() {
    processes.freeze();
  }

  /** Lets the server go on after {@link #freeze}. */
  public void thaw() {
    processes.thaw();
  }

  /** Whether the server runs, and is not frozen. */
  boolean goesOn() {
    return processes.goOn();
  }

  @Override
  public void close() {
    orFail(
        () -> {
          if (process.isAlive()) {
            processes.thaw();
            program.run(
                ServerProgram.NOTHING,
                user.command(
                    PostgresFiles.program("pg_ctl"),
                    "stop",
                    "--mode=immediate",
                    "--pgdata=" + data()));
            process.waitFor();
          }
          guard.close();
          return true;
        });
  }
}
