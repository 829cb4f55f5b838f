package com.example.latchkey.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.internal.core.specex.ConstantSpeculativeExecutionPolicy;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * A session with the cluster, and what is said in it.
 *
 * @param session the driver's session
 * @param statements prepared in it
 */
record Connection(CqlSession session, Statements statements) {

  /** The profile of requests that change nothing: a slow node is overtaken by asking another. */
  static final String READ = "read";

  /** Once in the life of a keyspace, and all nodes have to agree on it. */
  private static final Duration SCHEMA_TIMEOUT = Duration.ofSeconds(20);

  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Connects, and makes the tables unless they are there or the operator does not want it. */
  static Connection open(Settings settings) {
    CqlSessionBuilder builder = CqlSession.builder().withConfigLoader(driverSettings(settings));
    settings
        .contactPoints()
        .forEach(
            address ->
                builder.addContactPoint(
                    new InetSocketAddress(address.getHostString(), address.getPort())));
    settings
        .login()
        .ifPresent(login -> builder.withAuthCredentials(login.user(), login.password()));
    CqlSession session = builder.build();
    try {
      if (settings.createSchema() && !hasTables(session, settings.keyspace())) {
        Schema.all(settings.keyspace(), settings.replication())
            .forEach(
                text ->
                    session.execute(SimpleStatement.newInstance(text).setTimeout(SCHEMA_TIMEOUT)));
      }
      return new Connection(
          session, new Statements(session, settings.keyspace(), settings.realm()));
    } catch (RuntimeException e) {
      session.forceCloseAsync();
      throw e;
    }
  }

  /** The last of the tables stands for all. */
  private static boolean hasTables(CqlSession session, String keyspace) {
    return session
        .getMetadata()
        .getKeyspace(keyspace)
        .flatMap(found -> found.getTable(Schema.TOKEN))
        .isPresent();
  }

  private static DriverConfigLoader driverSettings(Settings settings) {
    return DriverConfigLoader.programmaticBuilder()
        .withString(DefaultDriverOption.LOAD_BALANCING_LOCAL_DATACENTER, settings.datacenter())
        // Not 5: with it the driver cannot read how Cassandra 5 says that Paxos has timed out, and
        // closes the connection.
        .withString(DefaultDriverOption.PROTOCOL_VERSION, "V4")
        .withString(DefaultDriverOption.REQUEST_CONSISTENCY, "QUORUM")
        .withString(DefaultDriverOption.REQUEST_SERIAL_CONSISTENCY, "SERIAL")
        // Each write knows its own traces, so that the driver may send it to a second node.
        .withBoolean(DefaultDriverOption.REQUEST_DEFAULT_IDEMPOTENCE, true)
        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, SECOND.multipliedBy(2))
        .withDuration(DefaultDriverOption.CONNECTION_CONNECT_TIMEOUT, SECOND)
        .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, SECOND)
        .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, SECOND)
        // A node that hangs keeps its connections: only silence tells.
        .withDuration(DefaultDriverOption.HEARTBEAT_INTERVAL, SECOND.multipliedBy(2))
        .withDuration(DefaultDriverOption.HEARTBEAT_TIMEOUT, SECOND)
        .withDuration(DefaultDriverOption.RECONNECTION_BASE_DELAY, Duration.ofMillis(100))
        .withDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY, SECOND)
        .withStringList(
            DefaultDriverOption.METADATA_SCHEMA_REFRESHED_KEYSPACES, List.of(settings.keyspace()))
        .withBoolean(DefaultDriverOption.PREPARE_ON_ALL_NODES, false)
        .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, 0)
        .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, 0)
        .startProfile(READ)
        .withClass(
            DefaultDriverOption.SPECULATIVE_EXECUTION_POLICY_CLASS,
            ConstantSpeculativeExecutionPolicy.class)
        .withInt(DefaultDriverOption.SPECULATIVE_EXECUTION_MAX, 2)
        .withDuration(DefaultDriverOption.SPECULATIVE_EXECUTION_DELAY, Duration.ofMillis(300))
        .endProfile()
        .build();
  }
}
