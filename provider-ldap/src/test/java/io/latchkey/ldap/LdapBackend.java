package io.latchkey.ldap;

import io.latchkey.ldap.server.LdapServer;
import io.latchkey.spi.Provider;
import io.latchkey.tck.Backend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server that is shared by all tests of a class, and nodes of a host over it. */
public abstract class LdapBackend<P extends Provider> implements Backend<P> {

  /** For machines that have much else to do. */
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final LdapServer server;
  private final Map<String, String> keys;
  private final List<DirectoryContext> nodes = new ArrayList<>();
  private boolean interrupted;

  protected LdapBackend(LdapServer server, Map<String, String> keys) {
    this.server = server;
    this.keys = new HashMap<>(keys);
    this.keys.put("connect-timeout", TIMEOUT.toString());
    this.keys.put("response-timeout", TIMEOUT.toString());
  }

  /** Makes a provider by its factory. */
  protected abstract P create(DirectoryContext context);

  /** With connections of its own. */
  @Override
  public final P open() {
    DirectoryContext node = DirectoryContext.of(server, keys);
    nodes.add(node);
    return create(node);
  }

  /** Both timeouts, and twice the longer one, as {@code LdapConnections} says. */
  public final Duration timeLimit() {
    return TIMEOUT.multipliedBy(4);
  }

  @Override
  public final void interrupt() {
    server.kill();
    interrupted = true;
  }

  @Override
  public final void restore() {
    if (interrupted) {
      server.start();
      interrupted = false;
    }
  }

  @Override
  public void close() {
    nodes.forEach(DirectoryContext::close);
    restore();
  }
}
