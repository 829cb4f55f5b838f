package io.latchkey.host;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token is in clear in the one response that hands it out, and nowhere else. */
class SecretsIT {

  @TempDir private Path folder;

  @Test
  void tokens_areInNoLogLineNoErrorAndNoByteOfTheDatabase() throws Exception {
    List<String> answers = new ArrayList<>();
    String token;
    List<String> output;
    try (JarHost host = JarHost.start(folder)) {
      Files.writeString(
          folder.resolve("users.json"),
          """
          {"organizations":[{"id":"acme"}],"users":[{"id":"ci","organization":"acme","kind":"machine"}]}
          """);
      Client client = new Client(host.baseUri());
      String administrator = host.administratorToken();
      var created = client.create(administrator, "acme", "ci");
      while (created.statusCode() != 200) {
        created = client.create(administrator, "acme", "ci");
      }
      token = Client.token(created);
      // A client that leaks its token itself, into each place that might be logged or sent back.
      answers.add(client.get("/nothing/" + token + "?access_token=" + token).body());
      answers.add(client.create(token, token, token).body());
      answers.add(client.create(administrator, "acme", token).body());
      answers.add(client.create(token + "x", "acme", "ci").body());
      answers.add(client.get("/management/v1/users/" + token + "/pats").body());
      host.process().terminate();
      host.process().awaitExit();
      output = host.process().output();
    }
    assertThat(output).anyMatch(line -> line.contains("lkpat_[redacted]"));
    assertThat(output).noneMatch(line -> line.contains(token));
    assertThat(answers).noneMatch(answer -> answer.contains(token));
    String secret = token.substring("lkpat_".length(), token.length() - 6);
    try (var files = Files.walk(folder.resolve("data"))) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertThat(all).anyMatch(file -> file.endsWith("latchkey.mv.db"));
      for (Path file : all) {
        String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
        assertThat(bytes.contains(secret)).as("%s holds the token", file).isFalse();
        assertThat(bytes.replace("\0", "").contains(secret))
            .as("%s holds the token in UTF-16", file)
            .isFalse();
      }
    }
  }
}
