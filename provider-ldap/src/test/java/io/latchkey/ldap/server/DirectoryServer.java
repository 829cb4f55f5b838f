package io.latchkey.ldap.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** A running LDAP server, which a test may also kill or bring to a halt as an outage does. */
public interface DirectoryServer extends AutoCloseable {

  /** Where it answers without TLS, and with StartTLS. */
  URI uri();

  Optional<URI> tlsUri();

  /** An entry that is there; what is below it is the test's. */
  String baseDn();

  /** The administrator, who may write everything below {@link #baseDn}. */
  String bindDn();

  String password();

  /** What a client has to trust, as PEM. */
  Path certificate();

  /** As SIGKILL does; it returns when the process is gone. */
  void kill();

  /** Starts it again on the same port and data; it returns when the server answers. */
  void start();

  /** As SIGSTOP does: connections stay open, and nothing is answered. */
  void pause();

  /** As SIGCONT does. */
  void resume();

  @Override
  void close();
}
