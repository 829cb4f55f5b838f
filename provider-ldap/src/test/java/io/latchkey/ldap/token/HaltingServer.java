package io.latchkey.ldap.token;

import io.latchkey.ldap.server.DirectoryServer;
import io.latchkey.ldap.server.LdapServer;
import java.net.URI;
import java.util.stream.Stream;

/**
 * A server that is not killed but halted: it takes connections and requests and answers none, and
 * carries out what it has got once it goes on, long after the callers have given up.
 */
record HaltingServer(DirectoryServer server) implements LdapServer {

  @Override
  public URI uri() {
    return server.uri();
  }

  @Override
  public String baseDn() {
    return server.baseDn();
  }

  @Override
  public String bindDn() {
    return server.bindDn();
  }

  @Override
  public String password() {
    return server.password();
  }

  @Override
  public void kill() {
    server.pause();
  }

  @Override
  public void start() {
    server.resume();
  }

  @Override
  public Stream<byte[]> content() {
    return server.content();
  }

  @Override
  public void close() {
    server.close();
  }
}
