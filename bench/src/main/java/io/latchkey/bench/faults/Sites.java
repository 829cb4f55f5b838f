package io.latchkey.bench.faults;

import io.latchkey.bench.faults.site.Site;
import io.latchkey.bench.faults.site.Site.Program;
import io.latchkey.hibernate.postgres.PostgresCluster;
import io.latchkey.hibernate.postgres.PostgresDatabase;
import io.latchkey.hibernate.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the faults strike at, each started when it is needed first and kept for later rounds. */
final class Sites implements AutoCloseable {

  private static final int NODES = 3;

  private final Program program;
  private final int users;
  private final Path folder;
  private final Map<String, Site> sites = new HashMap<>();
  private final Deque<Runnable> open = new ArrayDeque<>();
  private boolean kept;
  private int starts = 1;

  private @Nullable PostgresServer postgres;
  private @Nullable PostgresCluster cluster;
  private @Nullable SmallDisk embeddedDisk;
  private @Nullable SmallDisk postgresDisk;

  Sites(Options options) throws IOException {
    this.program = new Program(options.jar(), options.flags());
    this.users = 4 * options.rounds();
    this.folder = Files.createTempDirectory("latchkey-faults-");
    // PostgreSQL may run as another user, and has tables below it.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** What makes a site. */
  @FunctionalInterface
  private interface Start {
    Site site(Path folder) throws IOException, InterruptedException;
  }

  private Site site(String name, Start start) throws IOException, InterruptedException {
    Site site = sites.get(name);
    if (site == null) {
      site = start.site(Files.createDirectories(folder.resolve(name + "-" + starts)));
      sites.put(name, site);
      open.push(site::close);
    }
    return site;
  }

  /** Where other things may be written to. */
  Path folder() {
    return folder;
  }

  /** One node on H2 in a file. */
  Site embedded() throws IOException, InterruptedException {
    return site("h2", own -> Site.embedded(program, own, users, own.resolve("data")));
  }

  /** The same on a small disk. */
  Site embeddedOnSmallDisk() throws IOException, InterruptedException {
    return site(
        "h2-disk",
        own -> {
          embeddedDisk = newDisk(own.resolve("data"));
          return Site.embedded(program, own, users, embeddedDisk.folder());
        });
  }

  /** Three nodes on one PostgreSQL. */
  Site postgres() throws IOException, InterruptedException {
    return site("postgres", own -> on(postgresServer().createDatabase(), own));
  }

  /** The same, with the tables on a small disk. */
  Site postgresOnSmallDisk() throws IOException, InterruptedException {
    return site(
        "postgres-disk",
        own -> {
          PostgresDatabase database = postgresServer().createDatabase();
          postgresDisk = newDisk(own.resolve("data"));
          new SmallTablespace(database, postgresDisk).make();
          return on(database, own);
        });
  }

  /** Three nodes on a primary with a synchronous standby. */
  Site cluster() throws IOException, InterruptedException {
    return site("cluster", own -> on(clusterServers().createDatabase(), own));
  }

  private Site on(PostgresDatabase database, Path own) throws IOException, InterruptedException {
    return Site.on(program, own, users, NODES, database.settings());
  }

  private SmallDisk newDisk(Path at) throws IOException, InterruptedException {
    SmallDisk disk = SmallDisk.mount(at);
    open.push(disk::close);
    return disk;
  }

  PostgresServer postgresServer() {
    if (postgres == null) {
      postgres = PostgresServer.start();
      open.push(postgres::close);
    }
    return postgres;
  }

  PostgresCluster clusterServers() {
    if (cluster == null) {
      cluster = PostgresCluster.start();
      open.push(cluster::close);
    }
    return cluster;
  }

  SmallDisk embeddedDisk() {
    return Objects.requireNonNull(embeddedDisk);
  }

  SmallDisk postgresDisk() {
    return Objects.requireNonNull(postgresDisk);
  }

  /** Leaves the logs, and what H2 has written, where they are. */
  Path keep() {
    kept = true;
    return folder;
  }

  /** Ends all that runs; what is needed again is started anew, without what it kept. */
  void end() {
    while (!open.isEmpty()) {
      open.pop().run();
    }
    sites.clear();
    postgres = null;
    cluster = null;
    starts++;
  }

  @Override
  public void close() throws IOException {
    end();
    if (!kept) {
      Folders.delete(folder);
    }
  }
}
