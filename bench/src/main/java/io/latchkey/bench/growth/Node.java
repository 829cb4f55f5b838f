package io.latchkey.bench.growth;

import io.latchkey.bench.load.Calls;
import io.latchkey.bench.load.Users;
import io.latchkey.bench.server.PackagedServer;
import io.latchkey.bench.server.ServerJars;
import io.latchkey.hibernate.HibernateTokenStoreFactory;
import io.latchkey.hibernate.postgres.PostgresDatabase;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.TestContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A server on a database of its own, whose table of tokens is filled. */
final class Node implements AutoCloseable {

  private static final String BOUND = "revocation-bound";

  private final TokenTable table;
  private final PackagedServer server;
  private final TestContext context;
  private final TokenStore store;
  private final Calls calls;

  Node(ServerJars jars, PostgresDatabase database, long rows, Samples samples) throws Exception {
    Path folder = Files.createTempDirectory("latchkey-bench");
    Users.write(folder, Samples.users());
    context = new TestContext(database.config(), folder);
    store = new HibernateTokenStoreFactory().create(context);
    store
        .check()
        .problem()
        .ifPresent(
            problem -> {
              throw new IllegalStateException(problem);
            });
    table = new TokenTable(database);
    table.fill(rows, samples);
    server = PackagedServer.start(jars.command(), folder, settings(jars, database));
    calls = new Calls(server.awaitReady(), server.administratorToken());
  }

  /** Nothing is remembered: each verification is to reach the table. */
  private static Map<String, String> settings(ServerJars jars, PostgresDatabase database)
      throws Exception {
    Map<String, String> settings = new TreeMap<>(database.settings());
    settings.put("http.access-log", "false");
    if (jars.knows(BOUND)) {
      settings.put(BOUND, "PT0S");
    }
    return settings;
  }

  TokenTable table() {
    return table;
  }

  PackagedServer server() {
    return server;
  }

  Calls calls() {
    return calls;
  }

  /** Another node's access to the same tokens. */
  TokenStore store() {
    return store;
  }

  @Override
  public void close() {
    server.close();
    store.close();
    context.close();
  }
}
