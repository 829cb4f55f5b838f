package io.latchkey.ldap.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** slapd's directory: its configuration, its schema and its two databases. */
final class SlapdConfiguration {

  static final String BASE_DN = "dc=example,dc=com";
  static final String BIND_DN = "cn=admin," + BASE_DN;
  static final String CONFIG_DN = "cn=config";
  static final String PASSWORD = "latchkey-slapd";

  private static final String POLICY_DN = "cn=policy";

  private static final String BASE =
      """
      dn: dc=example,dc=com
      objectClass: domain
      dc: example
      """;

  /** So that three wrong passwords lock a user, as in practice. */
  private static final String POLICY =
      """
      dn: cn=policy
      objectClass: device
      objectClass: pwdPolicy
      cn: policy
      pwdAttribute: userPassword
      pwdLockout: TRUE
      pwdMaxFailure: 3
      """;

  private final Path directory;
  private List<String> option;

  SlapdConfiguration(Path directory) {
    this.directory = directory;
    this.option = List.of("-f", directory.resolve("slapd.conf").toString());
  }

  /** What tells slapd and its tools of this configuration. */
  List<String> option() {
    return option;
  }

  /** Writes all of it; the schemas and indexes are those beyond slapd's own. */
  void write(TlsCertificate certificate, List<String> schemas, List<String> indexes) {
    try {
      Files.createDirectories(directory.resolve("data"));
      Files.createDirectories(directory.resolve("policy"));
      for (String schema : schemas) {
        copy(schema);
      }
      Files.writeString(directory.resolve("slapd.conf"), text(certificate, schemas, indexes));
      load(BASE_DN, Files.writeString(directory.resolve("base.ldif"), BASE));
      load(POLICY_DN, Files.writeString(directory.resolve("policy.ldif"), POLICY));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void copy(String schema) throws IOException {
    try (InputStream in = LatchkeySchema.open(schema)) {
      Files.copy(in, directory.resolve(schema));
    }
  }

  /** Makes cn=config of it, which is written over LDAP from then on. */
  void convert() {
    try {
      Path converted = Files.createDirectory(directory.resolve("slapd.d"));
      List<String> target = List.of("-F", converted.toString());
      run("slaptest", target);
      option = target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Faster than over LDAP by far; slapd must not run. */
  void load(String suffix, Path ldif) {
    run("slapadd", List.of("-q", "-b", suffix, "-l", ldif.toString()));
  }

  private void run(String program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Programs.find(program));
    command.addAll(option);
    command.addAll(arguments);
    Programs.run(directory.resolve(program + ".log"), command);
  }

  private String text(TlsCertificate certificate, List<String> schemas, List<String> indexes) {
    Stream<String> standard =
        Stream.of("core", "cosine", "inetorgperson", "nis")
            .map(name -> "include /etc/ldap/schema/" + name + ".schema");
    Stream<String> own =
        schemas.stream().map(name -> "include \"" + directory.resolve(name) + "\"");
    return lines(Stream.concat(standard, own))
        + """
        modulepath /usr/lib/ldap
        moduleload back_mdb
        moduleload memberof
        moduleload ppolicy
        TLSCertificateFile "%1$s"
        TLSCertificateKeyFile "%2$s"
        TLSCACertificateFile "%1$s"

        database config
        rootpw %3$s

        database mdb
        suffix %4$s
        rootdn %5$s
        rootpw %3$s
        directory "%6$s/data"
        maxsize 17179869184
        access to attrs=userPassword by anonymous auth by * none
        access to * by users read by anonymous auth
        index objectClass,uid,cn,member,memberOf,memberUid,entryUUID eq
        %7$s
        overlay memberof
        memberof-refint TRUE
        overlay ppolicy
        ppolicy_default %8$s

        database mdb
        suffix %8$s
        directory "%6$s/policy"
        """
            .formatted(
                certificate.certificate(),
                certificate.key(),
                PASSWORD,
                BASE_DN,
                BIND_DN,
                directory,
                lines(indexes.stream().map(index -> "index " + index)),
                POLICY_DN);
  }

  private static String lines(Stream<String> lines) {
    return lines.map(line -> line + "\n").reduce("", String::concat);
  }
}
