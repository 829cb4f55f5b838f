package io.latchkey.host.broken;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.host.EmbeddedHost;
import io.latchkey.host.protocol.AcmeHost;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Input that is broken is refused as the client's mistake, creates nothing, and leaves the
 * connection and the server well.
 */
class BrokenInputTest {

  private static final Pattern TOTAL = Pattern.compile("\"totalResult\":\"([0-9]+)\"");

  @TempDir private static Path folder;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Of its own, so that no connection by HTTP/1.1 is taken. */
  private static final HttpClient HTTP_2 = HttpClient.newHttpClient();

  private static EmbeddedHost host;

  @BeforeAll
  static void start() throws Exception {
    host = AcmeHost.start(folder, Map.of());
    // A request without a body brings up HTTP/2.
    HttpResponse<Void> health =
        HTTP_2.send(
            HttpRequest.newBuilder(URI.create(host.baseUri() + "/healthz")).build(),
            BodyHandlers.discarding());
    assertThat(health.version()).isEqualTo(HttpClient.Version.HTTP_2);
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  static List<BrokenInput> inputs() {
    return BrokenInput.all();
  }

  /** The count is a request of its own, which the server answers. */
  @ParameterizedTest
  @MethodSource("inputs")
  void input_isRefused_andCreatesNothing(BrokenInput input) throws Exception {
    int before = tokens();
    assertThat(outcome(input)).isEqualTo(input.outcome());
    assertThat(tokens()).isEqualTo(before);
  }

  /** So that no other test passes because of something else that is wrong with its requests. */
  @ParameterizedTest
  @EnumSource(InputMedia.class)
  void input_thatIsNotBroken_createsOneToken(InputMedia media) throws Exception {
    int before = tokens();
    HttpRequest good = BrokenInput.good(media, host.baseUri(), host.administratorToken());
    assertThat(media.outcome(send(media, good))).isEqualTo("200");
    assertThat(tokens()).isEqualTo(before + 1);
  }

  /** What has come would be a whole message, if the head did not say that there is more. */
  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 9", "Transfer-Encoding: chunked"})
  void body_thatEndsEarly_isRefused_andCreatesNothing(String length) throws Exception {
    int before = tokens();
    String body = length.startsWith("C") ? "{}" : "2\r\n{}\r\n";
    try (Socket socket = new Socket(host.baseUri().getHost(), host.baseUri().getPort())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              ("POST /management/v1/users/ci/pats HTTP/1.1\r\nHost: localhost\r\n"
                      + "Content-Type: application/json\r\nx-zitadel-orgid: acme\r\n"
                      + "Authorization: Bearer "
                      + host.administratorToken()
                      + "\r\n"
                      + length
                      + "\r\n\r\n"
                      + body)
                  .getBytes(UTF_8));
      socket.shutdownOutput();
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 400 ");
    }
    assertThat(tokens()).isEqualTo(before);
  }

  static Stream<InputMedia> framed() {
    return Stream.of(InputMedia.values()).filter(InputMedia::isFramed);
  }

  @ParameterizedTest
  @MethodSource("framed")
  void flags_otherThanTheTwo_areAllRefused(InputMedia media) throws Exception {
    int before = tokens();
    for (int flag = 2; flag <= 255; flag++) {
      BrokenInput input =
          new BrokenInput(
              media,
              "flag " + flag,
              Map.of(),
              media.framed(Bytes.frame(flag, BrokenMessages.OF_USER)),
              Problem.INVALID,
              "the message has an unknown flag");
      assertThat(outcome(input)).as(input.breakage()).isEqualTo(input.outcome());
    }
    assertThat(tokens()).isEqualTo(before);
  }

  private static String outcome(BrokenInput input) throws Exception {
    return input
        .media()
        .outcome(send(input.media(), input.request(host.baseUri(), host.administratorToken())));
  }

  private static HttpResponse<byte[]> send(InputMedia media, HttpRequest request) throws Exception {
    HttpClient client = media.version() == HttpClient.Version.HTTP_2 ? HTTP_2 : CLIENT;
    return client.send(request, BodyHandlers.ofByteArray());
  }

  private static int tokens() throws Exception {
    String body =
        CLIENT
            .send(
                HttpRequest.newBuilder(
                        URI.create(host.baseUri() + "/management/v1/users/ci/pats/_search"))
                    .version(HttpClient.Version.HTTP_1_1)
                    .header("Authorization", "Bearer " + host.administratorToken())
                    .header("x-zitadel-orgid", "acme")
                    .POST(BodyPublishers.noBody())
                    .build(),
                BodyHandlers.ofString())
            .body();
    Matcher total = TOTAL.matcher(body);
    if (!total.find()) {
      assertThat(body).startsWith("{\"details\":{\"viewTimestamp\":");
      return 0;
    }
    return Integer.parseInt(total.group(1));
  }
}
