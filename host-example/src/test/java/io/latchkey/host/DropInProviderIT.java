package io.latchkey.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.core.provider.CheckerSource;
import io.latchkey.core.provider.SourceJar;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars in the folder of the packaged server. */
class DropInProviderIT {

  private static final String LIBRARY =
      "package org.lib; public final class Library { public static String version() { return \"%s\"; } }";

  private static final String DRIVER =
      """
      package org.lib;

      import java.sql.*;
      import java.util.Properties;

      public final class Library implements Driver {
        static {
          try {
            DriverManager.registerDriver(new Library());
          } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
          }
        }
        public boolean acceptsURL(String url) { return url.startsWith("jdbc:lib:"); }
        public Connection connect(String url, Properties info) throws SQLException {
          throw new SQLException("version %s");
        }
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
          return new DriverPropertyInfo[0];
        }
        public int getMajorVersion() { return 1; }
        public int getMinorVersion() { return 0; }
        public boolean jdbcCompliant() { return false; }
        public java.util.logging.Logger getParentLogger() { return null; }
        public static String version() {
          try {
            DriverManager.getConnection("jdbc:lib:here").close();
            return "connected";
          } catch (SQLException e) {
            return e.getMessage();
          }
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void jar_withAllThreeProviders_servesTheEndpoint() throws Exception {
    DropInProvider.put(DropInProvider.memory(), folder, "memory.jar");
    try (HostProcess process = start(memory("--directory.bootstrap-user=admin"))) {
      Client client = new Client(process.awaitReady());
      String administrator =
          Files.readString(folder.resolve("latchkey-data/bootstrap.pat")).strip();
      HttpResponse<String> created = client.create(administrator, "acme", "ci");
      assertThat(created.statusCode()).isEqualTo(200);
      assertThat(client.create(Client.token(created), "acme", "ci").body()).contains("AUTHZ-cdgFk");
      assertThat(client.create(administrator, "acme", "nobody").body()).contains("COMMAND-Dggw2");
      assertThat(client.get("/readyz").statusCode()).isEqualTo(200);
      assertThat(folder.resolve("latchkey-data")).isDirectoryNotContaining("glob:**.db");
      process.terminate();
      assertThat(process.awaitExit()).isEqualTo(143);
      assertThat(process.output()).noneMatch(line -> line.contains("WARN"));
    }
  }

  @Test
  void folder_ofAProvider_holdsItsLibraries_andTheFolderIsConfigured() throws Exception {
    Path library =
        new SourceJar()
            .with("org.lib.Library", LIBRARY.formatted("1"))
            .write(folder.resolve("elsewhere/telling/library.jar"));
    DropInProvider.telling("org.lib.Library.version()")
        .against(library)
        .write(folder.resolve("elsewhere/telling/provider.jar"));
    try (HostProcess process =
        start("--provider.dir=elsewhere", "--provider.directory=telling", "--http.port=0")) {
      assertThat(process.awaitExit()).isEqualTo(1);
      assertThat(process.output()).containsExactly("latchkey: 1");
    }
  }

  @Test
  void provider_thatIsClosed_stillHasItsClassLoader() throws Exception {
    DropInProvider.put(
        new CheckerSource()
            .close("System.out.println(\"closed with \" + org.lib.Library.version());")
            .jar()
            .with("org.lib.Library", LIBRARY.formatted("4")),
        folder,
        "small.jar");
    try (HostProcess process = start("--http.port=0", "--provider.permissions=small")) {
      process.awaitReady();
      process.terminate();
      assertThat(process.awaitExit()).isEqualTo(143);
      assertThat(process.output()).contains("closed with 4");
    }
  }

  @Test
  void jars_withTwoVersionsOfALibrary_workBesideEachOther() throws Exception {
    twoVersions(LIBRARY, "1", "2");
  }

  @Test
  void jars_withTwoVersionsOfAJdbcDriver_getTheirOwnFromTheDriverManager() throws Exception {
    twoVersions(DRIVER, "version 1", "version 2");
  }

  private void twoVersions(String library, String first, String second) throws Exception {
    String service = "META-INF/services/java.sql.Driver";
    byte[] name = "org.lib.Library\n".getBytes(UTF_8);
    SourceJar directory = DropInProvider.telling("org.lib.Library.version()");
    SourceJar permissions =
        new CheckerSource().check("return CheckResult.failed(org.lib.Library.version());").jar();
    if (library.equals(DRIVER)) {
      directory.entry(service, name);
      permissions.entry(service, name);
    }
    DropInProvider.put(
        directory.with("org.lib.Library", library.formatted("1")), folder, "directory.jar");
    DropInProvider.put(
        permissions.with("org.lib.Library", library.formatted("2")), folder, "permissions.jar");
    DropInProvider.put(DropInProvider.memoryStore(), folder, "store.jar");
    try (HostProcess process =
        start(
            "providers",
            "--provider.store=memory",
            "--provider.directory=telling",
            "--provider.permissions=small")) {
      assertThat(process.awaitExit()).isEqualTo(1);
      assertThat(process.output()).endsWith("latchkey: " + first, "latchkey: " + second);
    }
  }

  private static String[] memory(String... more) {
    return Stream.concat(
            Stream.of(
                "--http.port=0",
                "--provider.store=memory",
                "--provider.directory=memory",
                "--provider.permissions=memory"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private HostProcess start(String... flags) {
    return HostProcess.start(folder, Map.of(), flags);
  }
}
