package io.latchkey.ldap.server;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** OpenLDAP's server, as Debian packages it; no root is needed. */
public final class Slapd extends LocalServer {

  private static final List<String> INDEXES =
      List.of(String.join(",", LatchkeySchema.INDEXED) + " eq");

  private final SlapdConfiguration configuration;

  private Slapd(
      Path directory,
      SlapdConfiguration configuration,
      ListenAddress address,
      TlsCertificate certificate,
      ServerProcess process) {
    super(directory, address, certificate, process);
    this.configuration = configuration;
  }

  /** With a certificate for the loopback address, and the indexes that our tokens need. */
  public static Slapd start(Path directory) {
    return start(directory, TlsCertificate.forLoopback(directory.resolve("tls")));
  }

  /** With a certificate for other names perhaps. */
  public static Slapd start(Path directory, TlsCertificate certificate) {
    return start(directory, certificate, INDEXES);
  }

  /** With other indexes of our attributes, each as slapd.conf has it after the word "index". */
  public static Slapd start(Path directory, TlsCertificate certificate, List<String> indexes) {
    SlapdConfiguration configuration = new SlapdConfiguration(directory);
    configuration.write(certificate, List.of("latchkey.schema"), indexes);
    return start(directory, certificate, configuration);
  }

  /** With its configuration in cn=config, where our schema and indexes are added over LDAP. */
  public static Slapd withConfigDirectory(Path directory) {
    TlsCertificate certificate = TlsCertificate.forLoopback(directory.resolve("tls"));
    SlapdConfiguration configuration = new SlapdConfiguration(directory);
    configuration.write(certificate, List.of(), List.of());
    configuration.convert();
    Slapd slapd = start(directory, certificate, configuration);
    slapd.addSchema();
    return slapd;
  }

  private static Slapd start(
      Path directory, TlsCertificate certificate, SlapdConfiguration configuration) {
    ListenAddress address = ListenAddress.onLoopback();
    List<String> command = new ArrayList<>();
    command.add(Programs.find("slapd"));
    command.addAll(configuration.option());
    // In the foreground, and with errors only.
    command.addAll(List.of("-d", "none", "-h", address.uri() + " " + address.tlsUri()));
    ServerProcess process = new ServerProcess(directory.resolve("slapd.log"), command);
    Slapd slapd = new Slapd(directory, configuration, address, certificate, process);
    slapd.start();
    return slapd;
  }

  private void addSchema() {
    try (LDAPConnection connection =
            new LDAPConnection(
                uri().getHost(), uri().getPort(), SlapdConfiguration.CONFIG_DN, password());
        LDIFReader entries = new LDIFReader(LatchkeySchema.open("openldap.ldif"))) {
      for (Entry entry = entries.readEntry(); entry != null; entry = entries.readEntry()) {
        connection.add(entry);
      }
      connection.modify(
          "olcDatabase={1}mdb," + SlapdConfiguration.CONFIG_DN,
          new Modification(ModificationType.ADD, "olcDbIndex", INDEXES.toArray(String[]::new)));
    } catch (IOException e) {
      close();
      throw new UncheckedIOException(e);
    } catch (LDAPException | LDIFException e) {
      close();
      throw new AssertionError("openldap.ldif does not load", e);
    }
  }

  /**
   * Adds an LDIF file of any size with the server down, and starts it again; memberOf is not
   * maintained meanwhile.
   */
  public void load(Path ldif) {
    kill();
    configuration.load(baseDn(), ldif);
    start();
  }

  @Override
  public String baseDn() {
    return SlapdConfiguration.BASE_DN;
  }

  @Override
  public String bindDn() {
    return SlapdConfiguration.BIND_DN;
  }

  @Override
  public String password() {
    return SlapdConfiguration.PASSWORD;
  }
}
