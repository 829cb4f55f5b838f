package com.example.latchkey.cassandra;

import io.latchkey.spi.ProviderConfig;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an operator has set.
 *
 * @param contactPoints some nodes of the cluster, not resolved yet
 * @param datacenter the data center of the nodes that are asked
 * @param keyspace where the tables are
 * @param realm what keeps the tokens of several hosts apart
 * @param createSchema whether to create keyspace and tables that are not there
 * @param replication copies of all data in a keyspace that is created
 * @param login who to log in as; absent for a cluster that asks nobody
 * @param timeout how long a call may take
 */
record Settings(
    List<InetSocketAddress> contactPoints,
    String datacenter,
    String keyspace,
    String realm,
    boolean createSchema,
    int replication,
    Optional<Login> login,
    Duration timeout) {

  /** A role and its password, which is never printed. */
  record Login(String user, String password) {
    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }

  static Settings of(ProviderConfig config) {
    Duration timeout = config.get(Keys.TIMEOUT);
    if (timeout.isZero()) {
      throw new IllegalArgumentException("the key " + Keys.TIMEOUT.name() + " must not be zero");
    }
    return new Settings(
        config.get(Keys.CONTACT_POINTS),
        config.get(Keys.DATACENTER),
        config.get(Keys.KEYSPACE),
        config.get(Keys.REALM),
        config.get(Keys.CREATE_SCHEMA),
        config.get(Keys.REPLICATION),
        login(config.find(Keys.USER), config.find(Keys.PASSWORD)),
        timeout);
  }

  private static Optional<Login> login(Optional<String> user, Optional<String> password) {
    if (user.isPresent() != password.isPresent()) {
      throw new IllegalArgumentException(
          "the keys " + Keys.USER.name() + " and " + Keys.PASSWORD.name() + " go together");
    }
    return user.map(name -> new Login(name, password.orElseThrow()));
  }
}
