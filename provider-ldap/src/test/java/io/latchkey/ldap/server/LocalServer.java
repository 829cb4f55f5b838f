package io.latchkey.ldap.server;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What all servers that run here have in common: a process, an address and a certificate. */
abstract class LocalServer implements DirectoryServer {

  private final ListenAddress address;
  private final TlsCertificate certificate;
  private final ServerProcess process;

  LocalServer(ListenAddress address, TlsCertificate certificate, ServerProcess process) {
    this.address = address;
    this.certificate = certificate;
    this.process = process;
  }

  @Override
  public final URI uri() {
    return address.uri();
  }

  @Override
  public final Optional<URI> tlsUri() {
    return Optional.of(address.tlsUri());
  }

  @Override
  public final Path certificate() {
    return certificate.certificate();
  }

  @Override
  public final void start() {
    process.start(this::answers);
  }

  private boolean answers() {
    try (LDAPConnection connection =
        new LDAPConnection(address.host(), address.port(), bindDn(), password())) {
      return connection.isConnected();
    } catch (LDAPException notYet) {
      return false;
    }
  }

  @Override
  public final void kill() {
    process.kill();
  }

  @Override
  public final void pause() {
    process.pause();
  }

  @Override
  public final void resume() {
    process.resume();
  }

  @Override
  public final void close() {
    process.kill();
  }
}
