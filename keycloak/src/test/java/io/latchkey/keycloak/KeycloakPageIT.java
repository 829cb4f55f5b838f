package io.latchkey.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.keycloak.server.Curl;
import io.latchkey.keycloak.server.KeycloakServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of docs/keycloak.md up to the first tokens, each as it is written there, on a
 * Keycloak that runs. They need bash, as Keycloak does.
 */
class KeycloakPageIT {

  private static final String ADDRESS = "http://127.0.0.1:8080";

  @TempDir private Path folder;

  @Test
  void commands_createATokenAndListIt() throws Exception {
    String page = Files.readString(home().resolve("../../../docs/keycloak.md"));
    String script =
        Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
            .matcher(page.substring(0, page.indexOf("\n## Use a token\n")))
            .results()
            .map(block -> block.group(1))
            .collect(Collectors.joining());
    assertThat(script).contains(ADDRESS);

    String printed = run(script.replace(ADDRESS, KeycloakServer.shared().uri().toString()));

    assertThat(printed).contains("\"token\" : \"lkpat_").contains("{\"tokenId\":\"");
    assertThat(printed).contains("{\"pagination\":{\"totalResult\":\"2\"");
    assertThat(printed.toLowerCase(java.util.Locale.ROOT)).doesNotContain("error", "not found");
  }

  private String run(String script) throws Exception {
    Files.createSymbolicLink(folder.resolve("bin"), home().resolve("bin"));
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(List.of("bash", "-euo", "pipefail", "-c", Curl.function() + script))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    // Where kcadm.sh keeps who has logged in.
    builder.environment().put("KC_OPTS", "-Duser.home=" + folder);
    Process process = builder.start();
    boolean ended = process.waitFor(4, TimeUnit.MINUTES);
    String printed = Files.readString(log);
    assertThat(ended && process.exitValue() == 0).as(printed).isTrue();
    return printed;
  }

  private static Path home() {
    return Path.of(System.getProperty("latchkey.keycloak.home"));
  }
}
