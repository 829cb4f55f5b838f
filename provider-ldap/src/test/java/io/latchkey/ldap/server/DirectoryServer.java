package io.latchkey.ldap.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** A server of a product, with TLS, which a test may also bring to a halt as an outage does. */
public interface DirectoryServer extends LdapServer {

  /** Where it answers without TLS, and with StartTLS. */
  @Override
  URI uri();

  Optional<URI> tlsUri();

  /** What a client has to trust, as PEM. */
  Path certificate();

  /** As SIGSTOP does: connections stay open, and nothing is answered. */
  void pause();

  /** As SIGCONT does. */
  void resume();
}
