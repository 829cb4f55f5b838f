package io.latchkey.ldap.server;

import java.net.URI;
import java.util.stream.Stream;

/** A running LDAP server, in memory or a process of its own, that a test may also take away. */
public interface LdapServer extends AutoCloseable {

  /** Where it answers without TLS. */
  URI uri();

  /** An entry that is there; what is below it is the test's. */
  String baseDn();

  /** The administrator, who may write everything below {@link #baseDn}. */
  String bindDn();

  String password();

  /** As SIGKILL does; it returns when nothing listens any more. */
  void kill();

  /** Starts it again on the same port and data; it returns when the server answers. */
  void start();

  /** What it keeps, byte by byte: its files, or a dump of all entries. */
  Stream<byte[]> content();

  @Override
  void close();
}
