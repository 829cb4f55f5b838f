package io.latchkey.endpoint.protobuf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.message.Code;
import io.latchkey.endpoint.message.ListQuery;
import io.latchkey.endpoint.message.Status;
import io.latchkey.endpoint.message.Status.ErrorDetail;
import io.latchkey.endpoint.message.management.AddPersonalAccessTokenRequest;
import io.latchkey.endpoint.message.user.ListPersonalAccessTokensRequest;
import io.latchkey.spi.token.TokenCondition;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The encoding of Protocol Buffers, byte by byte. */
class ProtobufCodecTest {

  private final ProtobufCodec codec = new ProtobufCodec();

  @Test
  void read_ofNoBytes_isAMessageWithoutFields() {
    assertThat(request("")).isEqualTo(add("", null));
  }

  @ParameterizedTest
  @CsvSource({
    "0a0163,c",
    "0a01630a0164,d",
    "0a01630a00,''",
    "0a0163f801ffffffffffffffffff01,c",
    "fa0103ffffff0a0163,c",
    "f9010000000000000000fd01000000000a0163,c",
    "fb010800fc010a0163,c",
    "fb01fb01fc01fc010a0163,c"
  })
  void read_takesTheLastValue_andPassesOverWhatItDoesNotKnow(String hex, String userId) {
    assertThat(request(hex)).isEqualTo(add(userId, null));
  }

  @ParameterizedTest
  @CsvSource({
    "1200,1970-01-01T00:00:00Z",
    "12020801,1970-01-01T00:00:01Z",
    "12021005,1970-01-01T00:00:00.000000005Z",
    "1202080112021005,1970-01-01T00:00:01.000000005Z",
    "120b088092b8c398feffffff01,0001-01-01T00:00:00Z"
  })
  void read_ofATimestamp_mergesItsParts(String hex, String instant) {
    assertThat(request(hex).expirationDate()).contains(Instant.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "120b08ff91b8c398feffffff01", // a second before the year 1
        "1207088083d1ffaf07", // the year 10000
        "120b10ffffffffffffffffff01", // nanos of -1
        "1206108094ebdc03" // nanos of a whole second
      })
  void read_ofATimestampOutOfRange_isRefused(String hex) {
    refused(hex);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0a", // no length
        "0a02", // no content
        "0a0263", // less content than the length
        "0affffffff0f", // a length that lies
        "0affffffffffffffffff01", // a negative length
        "80", // half a tag
        "00", // no field has the number 0
        "0801", // a number for a text
        "0800", // which would do as the length of one
        "1000", // a number for a timestamp
        "0d00000000", // four bytes for a text
        "0a01ff", // no UTF-8
        "0a03eda080", // half of a surrogate pair
        "0a02c080", // an overlong zero
        "f801ffffffffffffffffff02", // 65 bits
        "f801ffffffffffffffffffff01", // eleven bytes
        "ffffffffff7f00", // a tag of more than 32 bits
        "fb01", // a group that does not end
        "fb018402", // a group that ends as another
        "fc01", // the end of no group
        "fe01", // a wire type that there is not
        "ff01",
        "1a", // an unknown field without a value
        "fd01000000" // three bytes of four
      })
  void read_ofBrokenBytes_isRefused(String hex) {
    refused(hex);
  }

  @Test
  void read_ofGroupsInGroups_isRefusedFromADepthOn() {
    assertThat(request("fb01".repeat(64) + "fc01".repeat(64))).isEqualTo(add("", null));
    refused("fb01".repeat(65) + "fc01".repeat(65));
    refused("fb01".repeat(30_000));
  }

  @Test
  void read_mergesMessages_andTheLastOfAGroupCounts() {
    assertThat(search("0a0208030a021004").pagination())
        .isEqualTo(new ListQuery(3, 4, false, "", false));
    assertThat(search("1a0a12030a016112030a0162").filters().get(0).condition())
        .contains(new TokenCondition.UserIs("b"));
    assertThat(search("1a0a12030a01611a030a0162").filters().get(0).condition())
        .contains(new TokenCondition.OrganizationIs("b"));
  }

  @Test
  void write_leavesOutDefaults_andKeepsTheOrder() {
    assertThat(hex(codec.write(AddPersonalAccessTokenRequest.TYPE, add("", null)))).isEmpty();
    assertThat(
            hex(
                codec.write(
                    AddPersonalAccessTokenRequest.TYPE, add("c", Instant.ofEpochSecond(1, 5)))))
        .isEqualTo("0a0163" + "120408011005");
  }

  @Test
  void status_hasItsDetailInAnAny() {
    Status status =
        new Status(Code.NOT_FOUND, "gone (ID)", Optional.of(new ErrorDetail("ID", "gone")));
    String any =
        "0a2a" + hex("type.googleapis.com/zitadel.v1.ErrorDetail") + "120a0a0249441204676f6e65";
    assertThat(hex(codec.write(RpcStatus.TYPE, status)))
        .isEqualTo("0805" + "1209" + hex("gone (ID)") + "1a38" + any);
  }

  private AddPersonalAccessTokenRequest request(String hex) {
    return codec.read(AddPersonalAccessTokenRequest.TYPE, HexFormat.of().parseHex(hex));
  }

  private ListPersonalAccessTokensRequest search(String hex) {
    return codec.read(ListPersonalAccessTokensRequest.TYPE, HexFormat.of().parseHex(hex));
  }

  private void refused(String hex) {
    assertThatThrownBy(() -> request(hex))
        .isInstanceOfSatisfying(
            CallException.class,
            e -> assertThat(e.status().code()).isEqualTo(Code.INVALID_ARGUMENT));
  }

  private static AddPersonalAccessTokenRequest add(String userId, Instant expirationDate) {
    return new AddPersonalAccessTokenRequest(
        userId, Optional.ofNullable(expirationDate), Optional.empty());
  }

  private static String hex(String text) {
    return hex(text.getBytes(UTF_8));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
