package io.latchkey.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that starts on an embedded database in a folder of its own, is called once in each way
 * that is common, and ends: a process that has by then loaded the classes of any server's start.
 */
final class Rehearsal {

  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
  private static final Pattern TOKEN_ID = Pattern.compile("\"tokenId\":\"([^\"]+)\"");
  private static final String PATS = "/management/v1/users/ci/pats";
  private static final String USERS =
      """
      {
        "organizations": [{"id": "acme"}],
        "users": [{"id": "ci", "organization": "acme", "kind": "machine"}]
      }
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;

  private Rehearsal(URI base) {
    this.base = base;
  }

  /**
   * Runs it, and ends the process.
   *
   * @param arguments an empty folder
   * @throws Exception if a call cannot be made
   */
  public static void main(String[] arguments) throws Exception {
    LogFormat.install();
    Path folder = Path.of(arguments[0]);
    Path users = Files.writeString(folder.resolve("users.json"), USERS, UTF_8);
    List<String> flags =
        List.of(
            "--http.port=0", "--data.dir=" + folder.resolve("data"), "--directory.import=" + users);
    Host host = Main.serve(CommandLine.of(flags));
    String administrator = Files.readString(folder.resolve("data/bootstrap.pat"), UTF_8).strip();
    new Rehearsal(host.uri()).run(administrator);
    System.exit(0);
  }

  private void run(String administrator) throws Exception {
    call(200, "GET", "/readyz", administrator, "");
    String created =
        call(200, "POST", PATS, administrator, "{\"expirationDate\":\"2099-01-01T00:00:00Z\"}");
    String own = PATS + "/" + found(TOKEN_ID, created);
    call(200, "POST", PATS + "/_search", administrator, "{}");
    call(200, "GET", own, administrator, "");
    call(404, "GET", own, found(TOKEN, created), "");
    call(200, "DELETE", own, administrator, "");
    call(401, "GET", own, found(TOKEN, created), "");
  }

  /** By HTTP/2 from the second call on, if the first one's wish for it is heard. */
  private String call(int status, String method, String path, String token, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Authorization", "Bearer " + token)
            .header("x-zitadel-orgid", "acme")
            .method(method, BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != status) {
      throw new IllegalStateException(method + " " + path + " is answered " + answer.statusCode());
    }
    return answer.body();
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("the answer to a create is of another form");
    }
    return matcher.group(1);
  }
}
