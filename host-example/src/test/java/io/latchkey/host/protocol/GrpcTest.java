package io.latchkey.host.protocol;

import static io.latchkey.host.protocol.GrpcClient.MANAGEMENT;
import static io.latchkey.host.protocol.GrpcClient.USER;
import static io.latchkey.host.protocol.GrpcClient.field;
import static io.latchkey.host.protocol.GrpcClient.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.DynamicMessage;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.latchkey.endpoint.proto.ProtoFiles;
import io.latchkey.host.EmbeddedHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The endpoint as grpc-java sees it, over HTTP/2 in clear. */
class GrpcTest {

  @TempDir private static Path folder;

  private static EmbeddedHost host;
  private static GrpcClient client;

  @BeforeAll
  static void start() {
    host = AcmeHost.start(folder, Map.of());
    client = GrpcClient.inClear(host.baseUri());
  }

  @AfterAll
  static void stop() {
    client.close();
    host.close();
  }

  @Test
  void management_createsUsesListsShowsAndRemoves() {
    String admin = host.administratorToken();
    DynamicMessage created =
        client.call(
            MANAGEMENT,
            "AddPersonalAccessToken",
            admin,
            "user_id: 'ci' expiration_date { seconds: 1900000000 nanos: 5000 }");
    String id = (String) field(created, "token_id");
    String token = (String) field(created, "token");
    assertThat(field(created, "details", "resource_owner")).isEqualTo("acme");
    assertThat(field(created, "details", "creation_date"))
        .isEqualTo(field(created, "details", "change_date"));

    // Used: it is known who calls, and that they have no role.
    assertThat(refusal(MANAGEMENT, "ListPersonalAccessTokens", token, "user_id: 'ci'"))
        .isEqualTo("NOT_FOUND membership not found (AUTHZ-cdgFk)");

    DynamicMessage list =
        client.call(
            MANAGEMENT, "ListPersonalAccessTokens", admin, "user_id: 'ci' query { limit: 1 }");
    DynamicMessage listed = (DynamicMessage) ((List<?>) field(list, "result")).get(0);
    DynamicMessage shown =
        client.call(MANAGEMENT, "GetPersonalAccessTokenByIDs", admin, ids("ci", id));
    assertThat(field(shown, "token")).isEqualTo(listed);
    assertThat(field(listed, "id")).isEqualTo(id);
    assertThat(field(listed, "expiration_date", "seconds")).isEqualTo(1_900_000_000L);
    assertThat(field(listed, "expiration_date", "nanos")).isEqualTo(5_000);
    assertThat((List<?>) field(listed, "scopes")).hasSize(4);

    DynamicMessage removed =
        client.call(MANAGEMENT, "RemovePersonalAccessToken", admin, ids("ci", id));
    assertThat((long) field(removed, "details", "sequence"))
        .isGreaterThan((long) field(created, "details", "sequence"));
    assertThat(refusal(MANAGEMENT, "ListPersonalAccessTokens", token, "user_id: 'ci'"))
        .isEqualTo("UNAUTHENTICATED Errors.Token.Invalid (AUTH-7fs1e)");
  }

  @Test
  void user_createsUsesSearchesAndRemoves() {
    String add = "user_id: 'ci' expiration_date { seconds: 1900000000 }";
    DynamicMessage created =
        client.call(USER, "AddPersonalAccessToken", host.administratorToken(), add);
    String id = (String) field(created, "token_id");
    String token = (String) field(created, "token");

    String filter = "filters { token_id_filter { id: '" + id + "' } }";
    DynamicMessage found = client.call(USER, "ListPersonalAccessTokens", token, filter);
    assertThat(field(found, "pagination", "total_result")).isEqualTo(1L);
    DynamicMessage row = (DynamicMessage) ((List<?>) field(found, "result")).get(0);
    assertThat(field(row, "id")).isEqualTo(id);
    assertThat(field(row, "user_id")).isEqualTo("ci");

    DynamicMessage removed = client.call(USER, "RemovePersonalAccessToken", token, ids("ci", id));
    assertThat(field(removed, "deletion_date")).isEqualTo(field(created, "creation_date"));
    assertThat(refusal(USER, "ListPersonalAccessTokens", token, filter))
        .isEqualTo("UNAUTHENTICATED Errors.Token.Invalid (AUTH-7fs1e)");
  }

  @Test
  void error_hasItsDetailInTheTrailers() throws Exception {
    StatusRuntimeException refused =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () ->
                client.call(
                    MANAGEMENT,
                    "AddPersonalAccessToken",
                    host.administratorToken(),
                    "user_id: 'x'"));
    byte[] details =
        refused
            .getTrailers()
            .get(Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER));
    assertThat(refused.getStatus().getCode()).isEqualTo(Code.FAILED_PRECONDITION);
    assertThat(RpcStatusReader.codeAndMessage(details))
        .isEqualTo("9 User could not be found (COMMAND-Dggw2)");
    DynamicMessage detail =
        DynamicMessage.parseFrom(
            ProtoFiles.message("zitadel.v1.ErrorDetail"), RpcStatusReader.detail(details));
    assertThat(field(detail, "id")).isEqualTo("COMMAND-Dggw2");
    assertThat(field(detail, "message")).isEqualTo("User could not be found");
  }

  @Test
  void message_isPackedBothWays() {
    String admin = host.administratorToken();
    try (GrpcClient packing =
        GrpcClient.inClear(host.baseUri()).with(CallOptions.DEFAULT.withCompression("gzip"))) {
      for (int i = 0; i < 20; i++) {
        packing.call(MANAGEMENT, "AddPersonalAccessToken", admin, "user_id: 'ci'");
        assertThat(packing.headers().get(key("grpc-encoding"))).isNull();
      }
      DynamicMessage list =
          packing.call(MANAGEMENT, "ListPersonalAccessTokens", admin, "user_id: 'ci'");
      assertThat(packing.headers().get(key("grpc-encoding"))).isEqualTo("gzip");
      assertThat((List<?>) field(list, "result")).hasSizeGreaterThanOrEqualTo(20);
    }
  }

  @Test
  void callThatIsCancelled_leavesTheConnectionAndTheServerWell() {
    String admin = host.administratorToken();
    String list = "ListPersonalAccessTokens";
    for (int i = 0; i < 20; i++) {
      ClientCall<DynamicMessage, DynamicMessage> call =
          client.channel().newCall(GrpcClient.method(MANAGEMENT, list), CallOptions.DEFAULT);
      CompletableFuture<io.grpc.Status> closed = new CompletableFuture<>();
      call.start(
          new ClientCall.Listener<>() {
            @Override
            public void onClose(io.grpc.Status status, Metadata trailers) {
              closed.complete(status);
            }
          },
          GrpcClient.metadata(admin));
      call.request(1);
      call.sendMessage(GrpcClient.message(MANAGEMENT, list, "user_id: 'ci'"));
      if (i % 2 == 0) {
        call.halfClose();
      }
      call.cancel("not wanted any more", null);
      assertThat(closed.orTimeout(10, TimeUnit.SECONDS).join().getCode()).isEqualTo(Code.CANCELLED);
    }
    assertThat(field(client.call(MANAGEMENT, list, admin, "user_id: 'nobody'"), "details"))
        .isNotNull();
  }

  @Test
  void deadline_endsTheCall() {
    try (GrpcClient hurried =
        GrpcClient.inClear(host.baseUri())
            .with(CallOptions.DEFAULT.withDeadlineAfter(1, TimeUnit.NANOSECONDS))) {
      StatusRuntimeException refused =
          catchThrowableOfType(
              StatusRuntimeException.class,
              () ->
                  hurried.call(
                      MANAGEMENT,
                      "AddPersonalAccessToken",
                      host.administratorToken(),
                      "user_id: 'ci'"));
      assertThat(refused.getStatus().getCode()).isEqualTo(Code.DEADLINE_EXCEEDED);
    }
  }

  private static String ids(String userId, String tokenId) {
    return "user_id: '" + userId + "' token_id: '" + tokenId + "'";
  }

  private static String refusal(String service, String name, String token, String request) {
    StatusRuntimeException refused =
        catchThrowableOfType(
            StatusRuntimeException.class, () -> client.call(service, name, token, request));
    return refused.getStatus().getCode() + " " + refused.getStatus().getDescription();
  }
}
