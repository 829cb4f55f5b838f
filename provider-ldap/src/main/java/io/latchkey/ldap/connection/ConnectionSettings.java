package io.latchkey.ldap.connection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an operator has set about connections.
 *
 * @param servers the servers, the preferred one first; at least one
 * @param startTls whether {@code ldap://} connections switch to TLS before anything else (<a
 *     href="https://www.rfc-editor.org/rfc/rfc4511#section-4.14">RFC 4511 §4.14</a>)
 * @param trust whom to trust under TLS
 * @param credentials whom to bind as; absent for anonymous
 * @param poolSize how many connections there are at the most, 1 or more
 * @param connectTimeout how long to wait for a server to take a connection, and for a connection of
 *     the pool to become free; more than zero
 * @param responseTimeout how long to wait for each answer; more than zero
 * @param healthCheckInterval how often idle connections are looked after, and servers that have
 *     failed
 */
public record ConnectionSettings(
    List<ServerAddress> servers,
    boolean startTls,
    Trust trust,
    Optional<Credentials> credentials,
    int poolSize,
    Duration connectTimeout,
    Duration responseTimeout,
    Duration healthCheckInterval) {

  /** Takes a copy. */
  public ConnectionSettings {
    servers = List.copyOf(servers);
  }

  /** Never shows a secret: {@link Trust} and {@link Credentials} do not. */
  @Override
  public String toString() {
    return "ConnectionSettings" + servers;
  }
}
