package io.latchkey.bench.load;

import io.latchkey.bench.server.PackagedServer;
import io.latchkey.bench.server.ServerJars;
import io.latchkey.hibernate.HibernateTokenStoreFactory;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.TestContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;

/** H2 in a file; its limit is another file, in this process, that is synced as often. */
final class H2Scenario implements Scenario {

  private static final String SYNC = "CHECKPOINT SYNC";

  private final Path folder;
  private final PackagedServer server;

  H2Scenario(ServerJars jars, Path folder, Map<String, String> settings) throws IOException {
    this.folder = folder;
    Users.write(folder, USERS);
    server = PackagedServer.start(jars.command(), folder, settings);
  }

  @Override
  public String name() {
    return "H2";
  }

  @Override
  public PackagedServer server() {
    return server;
  }

  @Override
  public Limits limits() throws Exception {
    String file =
        "jdbc:h2:file:" + Files.createDirectory(folder.resolve("limit")).resolve("tokens");
    migrate(Map.of("url", file), folder);
    String url = file + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1";
    return new JdbcLimits.OfDatabase(
        () -> DriverManager.getConnection(url),
        connector ->
            List.of(
                new Named(
                    "the same insert by JDBC, synced",
                    JdbcLimits.insert(connector, SYNC),
                    true,
                    true)));
  }

  /** Makes the tables as the provider makes them. */
  static void migrate(Map<String, String> config, Path folder) {
    try (TestContext context = new TestContext(config, folder);
        TokenStore store = new HibernateTokenStoreFactory().create(context)) {
      store
          .check()
          .problem()
          .ifPresent(
              problem -> {
                throw new IllegalStateException(problem);
              });
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
