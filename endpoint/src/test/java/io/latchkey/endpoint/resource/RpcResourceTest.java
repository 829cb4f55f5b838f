package io.latchkey.endpoint.resource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.core.Latchkey;
import io.latchkey.core.provider.Providers;
import io.latchkey.core.token.TokenDigester;
import io.latchkey.core.token.TokenFormat;
import io.latchkey.endpoint.auth.CallerPrincipal;
import io.latchkey.endpoint.call.ManagementCalls;
import io.latchkey.endpoint.protocol.Trailers;
import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.spi.permission.Caller;
import io.latchkey.tck.SettableClock;
import io.latchkey.tck.memory.InMemoryPermissionChecker;
import io.latchkey.tck.memory.InMemoryTokenStore;
import io.latchkey.tck.memory.InMemoryUserDirectory;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls by their names, in each protocol, without a host. */
class RpcResourceTest {

  private static final String ADD = "AddPersonalAccessToken";
  private static final String LIST = "ListPersonalAccessTokens";

  /** {@code user_id: "ci"}. */
  private static final byte[] OF_CI = HexFormat.of().parseHex("0a026369");

  private static final int MAX_BYTES = 65_536;

  private final InMemoryTokenStore store = new InMemoryTokenStore();
  private final InMemoryUserDirectory directory = new InMemoryUserDirectory();
  private final InMemoryPermissionChecker permissions = new InMemoryPermissionChecker();
  private final List<Map<String, String>> trailers = new ArrayList<>();
  private final Latchkey latchkey =
      new Latchkey(
          new Providers(store, directory, permissions),
          new TokenFormat("lkpat_"),
          TokenDigester.plain(),
          new SettableClock(Instant.parse("2026-11-23T12:00:00Z")));
  private final RpcResource resource = resource(() -> Optional.of(trailers::add));

  @BeforeEach
  void fillTheProviders() {
    directory.put(new Organization("acme", "Acme"));
    directory.put(new User("ci", "acme", UserKind.MACHINE, UserState.ACTIVE, "ci"));
    permissions.grant("admin", "acme", Set.of("ORG_OWNER"));
  }

  @Test
  void grpc_putsTheOutcomeIntoTrailers() {
    Response answer = call(ADD, frame(0, OF_CI), "Content-Type", "application/grpc");
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getHeaderString("Content-Type")).isEqualTo("application/grpc");
    assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");
    assertThat(new String(body(answer), UTF_8)).contains("lkpat_");
    assertThat(trailers).containsExactly(Map.of("grpc-status", "0"));
  }

  @Test
  void grpc_whereNoTrailersCanBeSent_isRefusedBeforeTheCallIsMade() {
    Response answer =
        resource(Trailers.NONE)
            .call(
                ADD,
                new ByteArrayInputStream(frame(0, OF_CI)),
                RequestHeaders.of("Content-Type", "application/grpc"),
                ADMIN);
    refused(
        answer,
        "12",
        "no trailers can be sent on this connection, which gRPC needs; use HTTP/2 or gRPC-web");
    assertThat(tokens()).isZero();
  }

  @Test
  void error_inGrpc_isInTheHeaders() {
    Response answer =
        call(ADD, frame(0, new byte[] {10, 1, 'x'}), "Content-Type", "application/grpc+proto");
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.hasEntity()).isFalse();
    assertThat(answer.getHeaderString("Content-Type")).isEqualTo("application/grpc+proto");
    refused(answer, "9", "User could not be found (COMMAND-Dggw2)");
    assertThat(answer.getHeaderString("grpc-status-details-bin")).doesNotContain("=");
    assertThat(trailers).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/grpc", "application/grpc-web"})
  void deadline_thatIsOver_endsTheCallBeforeItIsMade(String contentType) {
    Response answer = call(ADD, frame(0, OF_CI), "Content-Type", contentType, "grpc-timeout", "1n");
    refused(answer, "4", "deadline exceeded, nothing was changed");
    assertThat(tokens()).isZero();
  }

  @Test
  void message_thatWouldUnpackToMoreThanTheLimit_isRefused() {
    byte[] bomb = pack(new byte[100 * 1024 * 1024]);
    assertThat(bomb.length).isGreaterThan(MAX_BYTES);
    byte[] smallBomb = pack(new byte[50 * 1024 * 1024]);
    assertThat(smallBomb.length).isLessThan(MAX_BYTES);
    for (byte[] packed : List.of(bomb, smallBomb)) {
      refused(
          call(ADD, frame(1, packed), "Content-Type", "application/grpc", "grpc-encoding", "gzip"),
          "8",
          "the message is larger than 65536 bytes");
    }
    Response connect =
        call(ADD, smallBomb, "Content-Type", "application/proto", "Content-Encoding", "gzip");
    assertThat(connect.getStatus()).isEqualTo(429);
    assertThat(new String(body(connect), UTF_8))
        .isEqualTo(
            "{\"code\":\"resource_exhausted\",\"message\":\"the message is larger than 65536 bytes\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "gzip,0102,3,the message is not in gzip",
    "br,0102,12,the message is packed in a way other than gzip",
    "identity,0102,13,'the message is packed, but no header says how'"
  })
  void message_thatCannotBeUnpacked_isRefused(
      String encoding, String hex, String code, String message) {
    refused(
        call(
            ADD,
            frame(1, HexFormat.of().parseHex(hex)),
            "Content-Type",
            "application/grpc",
            "grpc-encoding",
            encoding),
        code,
        message);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 18, 19, 1000})
  void garbage_behindAPackedMessage_isRefused(int length) {
    byte[] packed = pack(OF_CI);
    refused(
        call(
            ADD,
            frame(1, Arrays.copyOf(packed, packed.length + length)),
            "Content-Type",
            "application/grpc",
            "grpc-encoding",
            "gzip"),
        "3",
        "the message is not in gzip");
    assertThat(tokens()).isZero();
  }

  /** RFC 1952 §2.2: a file in gzip is a series of members. */
  @Test
  void message_mayBePackedInSeveralPieces() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.writeBytes(pack(Arrays.copyOf(OF_CI, 2)));
    packed.writeBytes(pack(Arrays.copyOfRange(OF_CI, 2, 4)));
    Response answer =
        call(
            ADD,
            packed.toByteArray(),
            "Content-Type",
            "application/proto",
            "Content-Encoding",
            "gzip");
    assertThat(answer.getStatus()).isEqualTo(200);
  }

  @Test
  void text_mayComeInSeveralPiecesWithTheirPadding() {
    byte[] frame = frame(0, OF_CI);
    String text =
        Base64.getEncoder().encodeToString(Arrays.copyOf(frame, 4))
            + Base64.getEncoder().encodeToString(Arrays.copyOfRange(frame, 4, 9));
    assertThat(text).contains("==");
    Response answer = call(ADD, text.getBytes(UTF_8), "Content-Type", "application/grpc-web-text");
    byte[] body = Base64.getDecoder().decode(body(answer));
    assertThat(new String(body, UTF_8)).contains("lkpat_").endsWith("grpc-status:0\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "AAAAA", "AA=A", "A===", "====", "AAAA*AAA", "AAAA\nAAA"})
  void text_thatIsNotInBase64_isRefused(String text) {
    refused(
        call(ADD, text.getBytes(UTF_8), "Content-Type", "application/grpc-web-text"),
        "3",
        "the body is not in base64");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "Connect-Protocol-Version|2|400|invalid_argument|the header Connect-Protocol-Version must be 1",
        "Connect-Timeout-Ms|1s|400|invalid_argument|the header Connect-Timeout-Ms must be up to 10 digits",
        "Connect-Timeout-Ms|0|504|deadline_exceeded|deadline exceeded, nothing was changed",
        "Content-Encoding|br|501|unimplemented|the message is packed in a way other than gzip",
        "Content-Encoding|gzip|400|invalid_argument|the message is not in gzip"
      },
      delimiter = '|')
  void connect_withAHeaderThatIsWrong_isRefused(
      String header, String value, int status, String code, String message) {
    Response answer = call(ADD, OF_CI, "Content-Type", "application/proto", header, value);
    assertThat(answer.getStatus()).isEqualTo(status);
    assertThat(answer.getHeaderString("Content-Type")).isEqualTo("application/json");
    assertThat(new String(body(answer), UTF_8))
        .isEqualTo("{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}");
    assertThat(tokens()).isZero();
  }

  @Test
  void connect_ofTooManyBytes_isRefused() {
    Response answer = call(ADD, new byte[MAX_BYTES + 1], "Content-Type", "application/proto");
    assertThat(answer.getStatus()).isEqualTo(429);
  }

  @Test
  void error_inConnect_hasItsDetailInBase64() {
    Response answer =
        call(ADD, "{\"userId\":\"x\"}".getBytes(UTF_8), "Content-Type", "application/json");
    assertThat(answer.getStatus()).isEqualTo(400);
    byte[] detail =
        HexFormat.of()
            .parseHex(
                "0a0d"
                    + HexFormat.of().formatHex("COMMAND-Dggw2".getBytes(UTF_8))
                    + "1217"
                    + HexFormat.of().formatHex("User could not be found".getBytes(UTF_8)));
    assertThat(new String(body(answer), UTF_8))
        .isEqualTo(
            "{\"code\":\"failed_precondition\","
                + "\"message\":\"User could not be found (COMMAND-Dggw2)\","
                + "\"details\":[{\"type\":\"zitadel.v1.ErrorDetail\",\"value\":\""
                + Base64.getEncoder().withoutPadding().encodeToString(detail)
                + "\"}]}");
  }

  @ParameterizedTest
  @CsvSource({"application/grpc,200", "application/grpc-web,200", "application/proto,501"})
  void call_thatTheServiceDoesNotHave_isUnimplemented(String contentType, int status) {
    Response answer = call("NoSuchCall", new byte[0], "Content-Type", contentType);
    assertThat(answer.getStatus()).isEqualTo(status);
  }

  @Test
  void answer_isPackedOnlyForWhoAcceptsIt_andNeverWithAToken() {
    for (int i = 0; i < 20; i++) {
      Response created =
          call(ADD, OF_CI, "Content-Type", "application/proto", "Accept-Encoding", "gzip");
      assertThat(created.getHeaderString("Content-Encoding")).isNull();
    }
    assertThat(encoding("gzip")).isEqualTo("gzip");
    assertThat(encoding("br, GZIP;q=0.5")).isEqualTo("gzip");
    assertThat(encoding("gzip;q=0")).isNull();
    assertThat(encoding("br")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {";", " ; ", ",;,", ";q=0", "gzip;;q=0"})
  void answer_toAnAcceptEncodingThatNamesNothing_isNotPacked(String accepted) {
    for (int i = 0; i < 20; i++) {
      call(ADD, OF_CI, "Content-Type", "application/proto");
    }
    Response answer =
        call(LIST, OF_CI, "Content-Type", "application/proto", "Accept-Encoding", accepted);
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getHeaderString("Content-Encoding")).isNull();
  }

  private String encoding(String accepted) {
    return call(LIST, OF_CI, "Content-Type", "application/proto", "Accept-Encoding", accepted)
        .getHeaderString("Content-Encoding");
  }

  private RpcResource resource(Trailers how) {
    return new RpcResource(latchkey, new ManagementCalls(latchkey).all(), how);
  }

  @Test
  void host_isToldOfACallThatFailed_andOfNoOther() {
    List<String> failed = new ArrayList<>();
    RpcResource told =
        new RpcResource(
            new ManagementCalls(latchkey).all(),
            new Hosting(
                Trailers.NONE,
                (security, authorization) -> new Caller("admin", "acme"),
                () -> failed.add("failed")));
    RequestHeaders json = RequestHeaders.of("Content-Type", "application/json");

    told.call(ADD, new ByteArrayInputStream("{\"userId\":\"ci\"}".getBytes(UTF_8)), json, null);
    assertThat(failed).isEmpty();
    told.call(ADD, new ByteArrayInputStream("{\"userId\":\"x\"}".getBytes(UTF_8)), json, null);
    assertThat(failed).containsExactly("failed");
  }

  private Response call(String name, byte[] body, String... headers) {
    return resource.call(name, new ByteArrayInputStream(body), RequestHeaders.of(headers), ADMIN);
  }

  /** How many there are, by the total in the answer of a search by the core. */
  private int tokens() {
    Response list =
        call(LIST, "{\"userId\":\"ci\"}".getBytes(UTF_8), "Content-Type", "application/json");
    return new String(body(list), UTF_8).split("\"id\":", -1).length - 1;
  }

  private static byte[] body(Response answer) {
    return (byte[]) answer.getEntity();
  }

  private static void refused(Response answer, String code, String message) {
    assertThat(answer.getHeaderString("grpc-status")).isEqualTo(code);
    assertThat(answer.getHeaderString("grpc-message")).isEqualTo(message);
  }

  private static byte[] frame(int flag, byte[] content) {
    return ByteBuffer.allocate(5 + content.length)
        .put((byte) flag)
        .putInt(content.length)
        .put(content)
        .array();
  }

  private static byte[] pack(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static final SecurityContext ADMIN =
      new SecurityContext() {
        @Override
        public Principal getUserPrincipal() {
          return new CallerPrincipal(new Caller("admin", "acme"));
        }

        @Override
        public boolean isUserInRole(String role) {
          return false;
        }

        @Override
        public boolean isSecure() {
          return true;
        }

        @Override
        public String getAuthenticationScheme() {
          return "test";
        }
      };
}
