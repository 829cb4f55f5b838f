package io.latchkey.host.protocol;

import static io.latchkey.host.protocol.GrpcClient.MANAGEMENT;
import static io.latchkey.host.protocol.GrpcClient.USER;
import static io.latchkey.host.protocol.GrpcClient.field;
import static io.latchkey.host.protocol.WebClient.frame;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DynamicMessage;
import io.latchkey.host.EmbeddedHost;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint as clients by gRPC-web and Connect see it, over HTTP/1.1 and HTTP/2. */
class WebClientsTest {

  private static final String CONSOLE = "https://console.example.com";

  @TempDir private static Path folder;

  private static EmbeddedHost host;

  @BeforeAll
  static void start() {
    host = AcmeHost.start(folder, Map.of("http.cors-origins", CONSOLE + ", http://localhost:3000"));
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP_1_1,application/grpc-web+proto",
    "HTTP_2,application/grpc-web+proto",
    "HTTP_1_1,application/grpc-web",
    "HTTP_1_1,application/grpc-web-text",
    "HTTP_2,application/grpc-web-text+proto",
    "HTTP_1_1,application/proto",
    "HTTP_2,application/proto"
  })
  void token_isCreatedUsedListedShownRemoved_andUsedNoMore(
      HttpClient.Version version, String contentType) throws Exception {
    WebClient client = new WebClient(host.baseUri(), version);
    String admin = host.administratorToken();
    DynamicMessage created =
        answer(client, contentType, MANAGEMENT, "AddPersonalAccessToken", admin, "user_id: 'ci'");
    String token = (String) field(created, "token");
    String ids = "user_id: 'ci' token_id: '" + field(created, "token_id") + "'";
    DynamicMessage found = answer(client, contentType, USER, "ListPersonalAccessTokens", token, "");
    assertThat((List<?>) field(found, "result")).isNotEmpty();
    DynamicMessage listed =
        answer(client, contentType, MANAGEMENT, "ListPersonalAccessTokens", admin, "user_id: 'ci'");
    DynamicMessage shown =
        answer(client, contentType, MANAGEMENT, "GetPersonalAccessTokenByIDs", admin, ids);
    assertThat(listOf(listed)).contains(field(shown, "token"));
    answer(client, contentType, MANAGEMENT, "RemovePersonalAccessToken", admin, ids);

    HttpResponse<byte[]> refused =
        send(client, contentType, USER, "ListPersonalAccessTokens", token, "");
    if (contentType.equals("application/proto")) {
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.headers().firstValue("WWW-Authenticate"))
          .contains("Bearer realm=\"latchkey\", error=\"invalid_token\"");
      assertThat(new String(refused.body(), UTF_8))
          .startsWith(
              "{\"code\":\"unauthenticated\",\"message\":\"Errors.Token.Invalid (AUTH-7fs1e)\","
                  + "\"details\":[{\"type\":\"zitadel.v1.ErrorDetail\",\"value\":\"");
    } else {
      assertThat(refused.statusCode()).isEqualTo(200);
      assertThat(refused.body()).isEmpty();
      assertThat(refused.headers().firstValue("grpc-status")).contains("16");
      assertThat(refused.headers().firstValue("grpc-message"))
          .contains("Errors.Token.Invalid (AUTH-7fs1e)");
      assertThat(refused.headers().firstValue("Content-Type")).contains(contentType);
    }
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void json_isTakenByTheNameOfTheCall(HttpClient.Version version) throws Exception {
    WebClient client = new WebClient(host.baseUri(), version);
    HttpResponse<byte[]> created =
        client.send(
            client
                .request(
                    MANAGEMENT + "/AddPersonalAccessToken",
                    "application/json; charset=utf-8",
                    host.administratorToken())
                .header("Connect-Protocol-Version", "1")
                .header("Connect-Timeout-Ms", "30000"),
            "{\"userId\":\"ci\"}".getBytes(UTF_8));
    assertThat(created.statusCode()).isEqualTo(200);
    assertThat(created.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(created.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(new String(created.body(), UTF_8)).contains("\"token\":\"lkpat_");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/grpc-web+proto", "application/grpc-web-text"})
  void restPath_takesGrpcWebToo(String contentType) throws Exception {
    WebClient client = new WebClient(host.baseUri(), HttpClient.Version.HTTP_1_1);
    HttpResponse<byte[]> created =
        client.send(
            client.request("management/v1/users/ci/pats", contentType, host.administratorToken()),
            text(contentType, frame(0, new byte[0])));
    assertThat(
            field(
                WebClient.message(
                    MANAGEMENT, "AddPersonalAccessToken", bytes(contentType, created.body())),
                "token"))
        .asString()
        .startsWith("lkpat_");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        MANAGEMENT + "/AddPersonalAccessToken",
        MANAGEMENT + "/NoSuchCall",
        "management/v1/users/ci/pats"
      })
  void grpc_overHttp11_isRefusedInWords(String path) throws Exception {
    WebClient client = new WebClient(host.baseUri(), HttpClient.Version.HTTP_1_1);
    HttpResponse<byte[]> refused =
        client.send(
            client.request(path, "application/grpc", host.administratorToken()),
            frame(0, "\n\2ci".getBytes(UTF_8)));
    assertThat(refused.statusCode()).isEqualTo(200);
    assertThat(refused.headers().firstValue("grpc-status")).contains("12");
    assertThat(refused.headers().firstValue("grpc-message"))
        .contains(
            path.endsWith("NoSuchCall")
                ? "the service has no such call"
                : "no trailers can be sent on this connection, which gRPC needs;"
                    + " use HTTP/2 or gRPC-web");
  }

  @Test
  void message_isPackedBothWays() throws Exception {
    WebClient client = new WebClient(host.baseUri(), HttpClient.Version.HTTP_1_1);
    String admin = host.administratorToken();
    for (int i = 0; i < 20; i++) {
      answer(
          client,
          "application/proto",
          MANAGEMENT,
          "AddPersonalAccessToken",
          admin,
          "user_id: 'ci'");
    }
    String path = MANAGEMENT + "/ListPersonalAccessTokens";
    byte[] packed =
        WebClient.pack(
            GrpcClient.message(MANAGEMENT, "ListPersonalAccessTokens", "user_id: 'ci'")
                .toByteArray());
    HttpResponse<byte[]> connect =
        client.send(
            client
                .request(path, "application/proto", admin)
                .header("Content-Encoding", "gzip")
                .header("Accept-Encoding", "gzip"),
            packed);
    assertThat(connect.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(
            listOf(
                WebClient.bare(
                    MANAGEMENT, "ListPersonalAccessTokens", WebClient.unpack(connect.body()))))
        .hasSizeGreaterThanOrEqualTo(20);
    HttpResponse<byte[]> web =
        client.send(
            client
                .request(path, "application/grpc-web", admin)
                .header("grpc-encoding", "gzip")
                .header("grpc-accept-encoding", "identity,gzip"),
            frame(1, packed));
    assertThat(web.headers().firstValue("grpc-encoding")).contains("gzip");
    assertThat(web.body()[0]).isEqualTo((byte) 1);
    assertThat(listOf(WebClient.message(MANAGEMENT, "ListPersonalAccessTokens", web.body())))
        .hasSizeGreaterThanOrEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "application/grpc-web|0000000001|3|the message is shorter than it says",
        "application/grpc-web|000000|3|the message is shorter than it says",
        "application/grpc-web|''|12|the call takes one message, but none came",
        "application/grpc-web|00000000000000000000|12|the call takes one message, but more came",
        "application/grpc-web|02000000020a00|3|the message has an unknown flag",
        "application/grpc-web|00ffffffff0a00|8|the message is larger than 65536 bytes",
        "application/grpc-web|01000000020a00|13|the message is packed, but no header says how",
        "application/grpc-web|00000000020a05|3|syntax error at byte 2: truncated",
        "application/grpc-web-text|41|3|the body is not in base64"
      },
      delimiter = '|')
  void body_thatIsBroken_isRefused(String contentType, String hex, String code, String message)
      throws Exception {
    WebClient client = new WebClient(host.baseUri(), HttpClient.Version.HTTP_1_1);
    HttpResponse<byte[]> refused =
        client.send(
            client.request(
                MANAGEMENT + "/AddPersonalAccessToken", contentType, host.administratorToken()),
            HexFormat.of().parseHex(hex));
    assertThat(refused.headers().firstValue("grpc-status")).contains(code);
    assertThat(refused.headers().firstValue("grpc-message")).contains(message);
  }

  @Test
  void contentType_thatIsOfNoProtocol_is415() throws Exception {
    WebClient client = new WebClient(host.baseUri(), HttpClient.Version.HTTP_1_1);
    for (String type : List.of("text/plain", "application/grpc+json", "application/x-protobuf")) {
      HttpResponse<byte[]> refused =
          client.send(
              client.request(
                  MANAGEMENT + "/AddPersonalAccessToken", type, host.administratorToken()),
              new byte[0]);
      assertThat(refused.statusCode()).as(type).isEqualTo(415);
      assertThat(refused.headers().firstValue("Accept-Post")).isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"})
  void method_otherThanPost_is405(String method) throws Exception {
    WebClient client = new WebClient(host.baseUri(), HttpClient.Version.HTTP_1_1);
    HttpResponse<byte[]> refused =
        client.send(
            client
                .request(
                    MANAGEMENT + "/AddPersonalAccessToken",
                    "application/proto",
                    host.administratorToken())
                .method(method, HttpRequest.BodyPublishers.noBody()));
    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.headers().firstValue("Allow")).contains("POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {CONSOLE, "http://localhost:3000"})
  void browser_isToldThatAnAllowedOriginMayCall(String origin) throws Exception {
    HttpResponse<byte[]> preflight = preflight(origin);
    assertThat(preflight.statusCode()).isEqualTo(200);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).contains(origin);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
        .contains("Authorization", "x-zitadel-orgid", "x-grpc-web", "Connect-Protocol-Version");
    HttpResponse<byte[]> called = call(origin);
    assertThat(called.headers().firstValue("Access-Control-Allow-Origin")).contains(origin);
    assertThat(called.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
        .contains("grpc-status", "grpc-message", "grpc-status-details-bin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example.com",
        "https://consoleXexample.com",
        "https://console.example.com.evil.example",
        "http://console.example.com",
        "null"
      })
  void browser_isToldNothingForAnyOtherOrigin(String origin) throws Exception {
    assertThat(preflight(origin).headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(call(origin).headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  private static HttpResponse<byte[]> preflight(String origin) throws Exception {
    WebClient client = new WebClient(host.baseUri(), HttpClient.Version.HTTP_1_1);
    return client.send(
        client
            .request(MANAGEMENT + "/AddPersonalAccessToken", "", "")
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "authorization,content-type"));
  }

  private static HttpResponse<byte[]> call(String origin) throws Exception {
    WebClient client = new WebClient(host.baseUri(), HttpClient.Version.HTTP_1_1);
    return client.send(
        client
            .request(MANAGEMENT + "/AddPersonalAccessToken", "application/grpc-web", "none")
            .header("Origin", origin),
        frame(0, new byte[0]));
  }

  private static DynamicMessage answer(
      WebClient client,
      String contentType,
      String service,
      String name,
      String token,
      String request)
      throws Exception {
    HttpResponse<byte[]> response = send(client, contentType, service, name, token, request);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains(contentType);
    return contentType.equals("application/proto")
        ? WebClient.bare(service, name, response.body())
        : WebClient.message(service, name, bytes(contentType, response.body()));
  }

  private static HttpResponse<byte[]> send(
      WebClient client,
      String contentType,
      String service,
      String name,
      String token,
      String request)
      throws Exception {
    byte[] message = GrpcClient.message(service, name, request).toByteArray();
    return client.send(
        client.request(service + "/" + name, contentType, token),
        contentType.equals("application/proto") ? message : text(contentType, frame(0, message)));
  }

  private static byte[] text(String contentType, byte[] body) {
    return contentType.contains("text") ? Base64.getEncoder().encode(body) : body;
  }

  private static byte[] bytes(String contentType, byte[] body) {
    return contentType.contains("text") ? Base64.getDecoder().decode(body) : body;
  }

  private static List<Object> listOf(DynamicMessage list) {
    return ((List<?>) field(list, "result")).stream().map(Object.class::cast).toList();
  }
}
