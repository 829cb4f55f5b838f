package io.latchkey.ldap.server;

import java.nio.file.Path;
import java.util.List;

/** 389 Directory Server, the directory of FreeIPA, as Debian packages it; it needs root. */
public final class DirectoryServer389 extends LocalServer {

  private DirectoryServer389(
      Path directory, ListenAddress address, TlsCertificate certificate, ServerProcess process) {
    super(directory, address, certificate, process);
  }

  /** With a certificate for the loopback address, and the indexes that our tokens need. */
  public static DirectoryServer389 start(Path directory) {
    return start(directory, TlsCertificate.forLoopback(directory.resolve("tls")));
  }

  /** With a certificate for other names perhaps. */
  public static DirectoryServer389 start(Path directory, TlsCertificate certificate) {
    ListenAddress address = ListenAddress.onLoopback();
    Instance389 instance = new Instance389(directory.resolve("instance"));
    instance.create(address);
    instance.configure(address, certificate);
    DirectoryServer389 server =
        new DirectoryServer389(
            directory,
            address,
            certificate,
            new ServerProcess(
                directory.resolve("ns-slapd.log"),
                List.of(
                    Programs.find("ns-slapd"),
                    "-D",
                    instance.configuration().toString(),
                    "-i",
                    directory.resolve("ns-slapd.pid").toString(),
                    // In the foreground, and with errors only.
                    "-d",
                    "16384")));
    server.start();
    return server;
  }

  @Override
  public String baseDn() {
    return Instance389.BASE_DN;
  }

  @Override
  public String bindDn() {
    return Instance389.BIND_DN;
  }

  @Override
  public String password() {
    return Instance389.PASSWORD;
  }
}
