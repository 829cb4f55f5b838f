package io.latchkey.host;

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
