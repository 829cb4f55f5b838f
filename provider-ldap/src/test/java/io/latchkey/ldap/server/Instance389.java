package io.latchkey.ldap.server;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import com.unboundid.ldif.LDIFWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** An instance of 389 Directory Server that has all its files below one directory. */
final class Instance389 {

  static final String BASE_DN = "dc=example,dc=com";
  static final String BIND_DN = "cn=Directory Manager";
  static final String PASSWORD = "latchkey-389";

  private static final String NAME = "latchkey";
  private static final String DATABASE = "cn=userroot,cn=ldbm database,cn=plugins,cn=config";

  private final Path prefix;

  Instance389(Path prefix) {
    this.prefix = prefix;
  }

  Path configuration() {
    return prefix.resolve("etc/dirsrv/slapd-" + NAME);
  }

  /** By dscreate, which looks for its paths below PREFIX, and starts and stops it meanwhile. */
  void create(ListenAddress address) {
    String dscreate = Programs.find("dscreate");
    try {
      copy("etc/dirsrv/schema");
      copy("etc/dirsrv/config");
      Path paths = Files.createDirectories(prefix.resolve("share/dirsrv/inf"));
      Files.write(paths.resolve("defaults.inf"), paths());
      Path answers = Files.writeString(prefix.resolve("instance.inf"), answers(address));
      Programs.run(
          prefix.resolve("dscreate.log"),
          List.of(
              "env", "PREFIX=" + prefix, dscreate, "--verbose", "from-file", answers.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One of Debian's directories, which holds no other directories. */
  private void copy(String directory) throws IOException {
    Path target = Files.createDirectories(prefix.resolve(directory));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/", directory))) {
      for (Path file : files) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
  }

  /** Debian's, with those outside of /usr moved below the prefix, and without systemd. */
  private List<String> paths() throws IOException {
    PosixFileAttributes mine = Files.readAttributes(prefix, PosixFileAttributes.class);
    Stream<String> own =
        Stream.of(
            "with_systemd = 0",
            "with_selinux = no",
            "prefix = " + prefix,
            "inst_dir = " + prefix.resolve("lib/slapd-{instance_name}"),
            "user = " + mine.owner().getName(),
            "group = " + mine.group().getName());
    Stream<String> debian =
        Files.readAllLines(Path.of("/usr/share/dirsrv/inf/defaults.inf")).stream()
            .filter(line -> !line.matches("(with_.*|prefix|inst_dir|user|group) = .*"))
            .map(line -> line.replaceFirst(" = /(?!usr/)", " = " + prefix + "/"));
    return Stream.concat(debian, own).toList();
  }

  private String answers(ListenAddress address) {
    return """
        [general]
        config_version = 2
        full_machine_name = localhost
        start = False
        systemd = False
        selinux = False
        [slapd]
        instance_name = %s
        port = %d
        secure_port = %d
        self_sign_cert = False
        root_dn = %s
        root_password = %s
        [backend-userroot]
        suffix = %s
        create_suffix_entry = True
        """
        .formatted(NAME, address.port(), address.tlsPort(), BIND_DN, PASSWORD, BASE_DN);
  }

  /** What dscreate has no option for; the server must not run. */
  void configure(ListenAddress address, TlsCertificate certificate) {
    importCertificate(certificate);
    Path file = configuration().resolve("dse.ldif");
    try (InputStream schema = LatchkeySchema.open("389ds.ldif")) {
      Files.copy(schema, configuration().resolve("schema/98latchkey.ldif"));
      List<Entry> entries = LDIFReader.readEntries(file.toString());
      entries.forEach(entry -> configure(entry, address));
      LatchkeySchema.INDEXED.forEach(attribute -> entries.add(index(attribute)));
      write(file, entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (LDIFException e) {
      throw new AssertionError(file + " cannot be read", e);
    }
  }

  private static void write(Path file, List<Entry> entries) throws IOException {
    try (LDIFWriter writer = new LDIFWriter(file.toString())) {
      for (Entry entry : entries) {
        writer.writeEntry(entry);
      }
    }
  }

  private void importCertificate(TlsCertificate certificate) {
    Programs.run(
        prefix.resolve("pk12util.log"),
        List.of(
            Programs.find("pk12util"),
            "-i",
            certificate.keyStore().toString(),
            "-W",
            TlsCertificate.PASSWORD,
            "-d",
            "sql:" + configuration(),
            "-k",
            configuration().resolve("pwdfile.txt").toString()));
  }

  private static void configure(Entry entry, ListenAddress address) {
    switch (entry.getDN()) {
      case "cn=config" -> {
        entry.setAttribute("nsslapd-listenhost", address.host());
        entry.setAttribute("nsslapd-securelistenhost", address.host());
        entry.setAttribute("nsslapd-security", "on");
      }
      case "cn=RSA,cn=encryption,cn=config" ->
          entry.setAttribute("nsSSLPersonalitySSL", TlsCertificate.ALIAS);
      case "cn=7-bit check,cn=plugins,cn=config" ->
          // It refuses a uid beyond ASCII, which the contracts have.
          entry.setAttribute("nsslapd-pluginEnabled", "off");
      case "cn=MemberOf Plugin,cn=plugins,cn=config" -> {
        entry.setAttribute("nsslapd-pluginEnabled", "on");
        // An inetOrgPerson alone may not have it.
        entry.setAttribute("memberOfAutoAddOC", "nsMemberOf");
      }
      default -> {}
    }
  }

  private static Entry index(String attribute) {
    Entry index = new Entry("cn=" + attribute + ",cn=index," + DATABASE);
    index.setAttribute("objectClass", "top", "nsIndex");
    index.setAttribute("cn", attribute);
    index.setAttribute("nsSystemIndex", "false");
    index.setAttribute("nsIndexType", "eq");
    return index;
  }
}
