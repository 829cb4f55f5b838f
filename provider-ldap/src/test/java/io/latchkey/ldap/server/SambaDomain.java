package io.latchkey.ldap.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An Active Directory of one domain controller, by Samba, with LDAP alone; it needs root. */
public final class SambaDomain extends LocalServer {

  private static final String BASE_DN = "DC=ad,DC=example,DC=com";
  private static final String HOST = "dc.ad.example.com";

  /** The domain asks for three kinds of characters. */
  private static final String PASSWORD = "Latchkey-Samba";

  private SambaDomain(
      Path directory, ListenAddress address, TlsCertificate certificate, ServerProcess process) {
    super(directory, address, certificate, process);
  }

  /** With a certificate for its own address and name. */
  public static SambaDomain start(Path directory) {
    ListenAddress address = ListenAddress.ofItsOwn();
    return start(
        directory,
        address,
        TlsCertificate.forNames(directory.resolve("tls"), HOST, address.host()));
  }

  /** With a certificate for other names perhaps. */
  public static SambaDomain start(Path directory, TlsCertificate certificate) {
    return start(directory, ListenAddress.ofItsOwn(), certificate);
  }

  private static SambaDomain start(
      Path directory, ListenAddress address, TlsCertificate certificate) {
    Path configuration = directory.resolve("smb.conf");
    try {
      Files.createDirectories(directory.resolve("domain/cache"));
      Files.writeString(configuration, text(directory.resolve("domain"), address, certificate));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    provision(directory, configuration, address);
    SambaDomain domain =
        new SambaDomain(
            directory,
            address,
            certificate,
            new ServerProcess(
                directory.resolve("samba.log"),
                List.of(
                    Programs.find("samba"),
                    "--foreground",
                    "--model=single",
                    "--debug-stdout",
                    "--configfile=" + configuration)));
    domain.start();
    return domain;
  }

  private static void provision(Path directory, Path configuration, ListenAddress address) {
    Programs.run(
        directory.resolve("provision.log"),
        List.of(
            Programs.find("samba-tool"),
            "domain",
            "provision",
            "--configfile=" + configuration,
            "--targetdir=" + directory.resolve("domain"),
            "--realm=AD.EXAMPLE.COM",
            "--domain=EXAMPLE",
            "--server-role=dc",
            "--dns-backend=NONE",
            "--host-name=dc",
            "--host-ip=" + address.host(),
            "--adminpass=" + PASSWORD));
  }

  private static String text(Path domain, ListenAddress address, TlsCertificate certificate) {
    // Simple binds without TLS are let in as Active Directory does, and Samba by itself does not.
    return """
        [global]
        netbios name = DC
        workgroup = EXAMPLE
        realm = AD.EXAMPLE.COM
        server role = active directory domain controller
        server services = ldap
        interfaces = %1$s/8
        bind interfaces only = yes
        ldap server require strong auth = no
        tls enabled = yes
        tls certfile = %2$s
        tls keyfile = %3$s
        tls cafile = %2$s
        private dir = %4$s/private
        lock directory = %4$s
        state directory = %4$s/state
        cache directory = %4$s/cache
        pid directory = %4$s
        ncalrpc dir = %4$s/ncalrpc
        """
        .formatted(address.host(), certificate.certificate(), certificate.key(), domain);
  }

  @Override
  public String baseDn() {
    return BASE_DN;
  }

  @Override
  public String bindDn() {
    return "CN=Administrator,CN=Users," + BASE_DN;
  }

  @Override
  public String password() {
    return PASSWORD;
  }
}
