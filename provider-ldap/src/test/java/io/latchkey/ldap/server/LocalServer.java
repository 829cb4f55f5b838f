package io.latchkey.ldap.server;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What all servers that run here have in common: a folder, a process, an address and a certificate.
 */
abstract class LocalServer implements DirectoryServer {

  private final Path directory;
  private final ListenAddress address;
  private final TlsCertificate certificate;
  private final ServerProcess process;

  LocalServer(
      Path directory, ListenAddress address, TlsCertificate certificate, ServerProcess process) {
    this.directory = directory;
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

  /** Its database, its configuration and its logs, halted; tar leaves out the holes of a file. */
  @Override
  public final Stream<byte[]> content() {
    try {
      Path archive = Files.createTempFile("latchkey-content", ".tar");
      Path log = Files.createTempFile("latchkey-content", ".log");
      try {
        pause();
        try {
          Programs.run(
              log,
              List.of(
                  "tar", "--sparse", "-cf", archive.toString(), "-C", directory.toString(), "."));
        } finally {
          resume();
        }
        return Stream.of(Files.readAllBytes(archive));
      } finally {
        Files.delete(archive);
        Files.delete(log);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public final void close() {
    process.kill();
  }
}
