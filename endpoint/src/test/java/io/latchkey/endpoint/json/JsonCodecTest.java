package io.latchkey.endpoint.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.latchkey.core.token.ClearToken;
import io.latchkey.core.token.TokenFormat;
import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.message.Code;
import io.latchkey.endpoint.message.ObjectDetails;
import io.latchkey.endpoint.message.Status;
import io.latchkey.endpoint.message.Status.ErrorDetail;
import io.latchkey.endpoint.message.management.AddPersonalAccessTokenRequest;
import io.latchkey.endpoint.message.management.AddPersonalAccessTokenResponse;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCodecTest {

  private static final Instant DATE = Instant.parse("2027-01-01T00:00:00Z");

  private final JsonCodec codec = new JsonCodec();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"expirationDate\":\"2027-01-01T00:00:00Z\"}",
        "{\"expiration_date\":\"2027-01-01T00:00:00Z\"}",
        " \t\r\n{ \"expirationDate\" : \"2027-01-01T00:00:00Z\" } \n",
        "{\"expirationDate\":\"2027\\u002d01-01T00:00:00Z\"}",
        "{\"more\":[1,-0.5e+3,{\"a\":[]},null,true,false,\"\\ud83d\\ude00\"],"
            + "\"expirationDate\":\"2027-01-01T00:00:00Z\"}",
        "{\"more\":1,\"more\":2,\"expirationDate\":\"2027-01-01T00:00:00Z\"}",
        "{\"userId\":\"\",\"expirationDate\":\"2027-01-01T00:00:00Z\",\"name\":null}"
      })
  void read_takesWhatProtojsonTakes(String body) {
    assertThat(read(body))
        .isEqualTo(new AddPersonalAccessTokenRequest("", Optional.of(DATE), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \r\n\t", "{}", "{\"expirationDate\":null}", "{\"name\":\"\"}"})
  void read_ofNothing_isARequestWithoutFields(String body) {
    assertThat(read(body))
        .isEqualTo(new AddPersonalAccessTokenRequest("", Optional.empty(), Optional.empty()));
  }

  @Test
  void read_takesUserAndName() {
    assertThat(read("{\"user_id\":\"u\",\"name\":\"build\"}"))
        .isEqualTo(new AddPersonalAccessTokenRequest("u", Optional.empty(), Optional.of("build")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{|syntax error at character 2: unexpected end",
        "{\"a\":1|syntax error at character 7: unexpected end",
        "{\"a\" 1}|syntax error at character 6: expected :",
        "{a:1}|syntax error at character 2: expected the name of a field",
        "{'a':1}|syntax error at character 2: expected the name of a field",
        "{\"a\":1,}|syntax error at character 8: expected the name of a field",
        "{\"a\":1}x|syntax error at character 8: unexpected text after the value",
        "{}{}|syntax error at character 3: unexpected text after the value",
        "{\"a\":01}|syntax error at character 7: expected }",
        "{\"a\":+1}|syntax error at character 6: unexpected character",
        "{\"a\":1.}|syntax error at character 8: unexpected character",
        "{\"a\":tru}|syntax error at character 6: unexpected character",
        "{\"a\":NaN}|syntax error at character 6: unexpected character",
        "{\"a\":\"\\x\"}|syntax error at character 9: unknown escape in a string",
        "{\"a\":\"\\u12G4\"}|syntax error at character 11: unknown escape in a string",
        "{\"a\":\"\t\"}|syntax error at character 7: control character in a string",
        "{\"a\":\"\\ud800\"}|syntax error at character 14: lone surrogate in a string",
        "{\"a\":\"\\udc00\\ud800\"}|syntax error at character 20: lone surrogate in a string",
        "[]|syntax error: expected an object",
        "\"x\"|syntax error: expected an object",
        "1|syntax error: expected an object",
        "null|syntax error: expected an object",
        "/**/{}|syntax error at character 1: unexpected character",
        "{\"userId\":1}|invalid value for field userId: expected a string",
        "{\"expirationDate\":1}|invalid value for field expirationDate: expected a string",
        "{\"expirationDate\":{\"seconds\":1}}|invalid value for field expirationDate: expected a string",
        "{\"expirationDate\":\"\"}|invalid value for field expirationDate: expected an RFC 3339 timestamp",
        "{\"expirationDate\":\"2027-01-01\"}|invalid value for field expirationDate: expected an RFC 3339 timestamp",
        "{\"userId\":\"a\",\"userId\":\"a\"}|duplicate field userId at character 15",
        "{\"userId\":\"a\",\"user_id\":\"a\"}|duplicate field userId at character 15",
        "{\"userId\":null,\"userId\":\"a\"}|duplicate field userId at character 16"
      })
  void read_refusesWhatProtojsonRefuses(String body, String message) {
    refused(body.getBytes(UTF_8), message);
  }

  @Test
  void read_ofInvalidUtf8OrAByteOrderMark_isRefused() {
    refused(new byte[] {'{', '"', (byte) 0xFF, '"', '}'}, "syntax error: invalid UTF-8");
    refused("\uFEFF{}".getBytes(UTF_8), "syntax error at character 1: unexpected character");
  }

  @Test
  void read_goes100LevelsDeepAndNoFurther() {
    String inner = "[".repeat(99) + "]".repeat(99);
    assertThat(read("{\"a\":" + inner + "}").userId()).isEmpty();
    refused(
        ("{\"a\":[" + inner + "]}").getBytes(UTF_8),
        "syntax error at character 105: nested too deeply");
    refused("[".repeat(65_000).getBytes(UTF_8), "syntax error at character 101: nested too deeply");
  }

  @Test
  void read_ofAName_takes200CharactersAndNoMore() {
    String name = "n".repeat(200);
    assertThat(read("{\"name\":\"" + name + "\"}").name()).contains(name);
    refused(
        ("{\"name\":\"" + name + "n\"}").getBytes(UTF_8),
        "invalid value for field name: longer than 200 characters");
  }

  @Test
  void read_ofANameWithAControlCharacter_isRefused() {
    refused(
        "{\"name\":\"a\\u0000b\"}".getBytes(UTF_8),
        "invalid value for field name: holds a control character");
  }

  @Test
  void write_ofAResponse_hasAllFields() {
    ClearToken token = new TokenFormat("lkpat_").generate();
    byte[] json =
        codec.write(
            AddPersonalAccessTokenResponse.TYPE,
            new AddPersonalAccessTokenResponse(
                42, token, new ObjectDetails(7, DATE, DATE.plusNanos(1000), "o\"rg\u0001\\")));
    assertThat(new String(json, UTF_8))
        .isEqualTo(
            "{\"tokenId\":\"42\",\"token\":\""
                + token.reveal()
                + "\",\"details\":{\"sequence\":\"7\",\"creationDate\":\"2027-01-01T00:00:00Z\","
                + "\"changeDate\":\"2027-01-01T00:00:00.000001Z\","
                + "\"resourceOwner\":\"o\\\"rg\\u0001\\\\\"}}");
  }

  @Test
  void write_ofAnError_hasADetailOnlyIfThereIsOne() {
    byte[] with =
        codec.write(
            Status.JSON_TYPE,
            new Status(Code.NOT_FOUND, "text (ID)", Optional.of(new ErrorDetail("ID", "text"))));
    byte[] without =
        codec.write(Status.JSON_TYPE, new Status(Code.NOT_FOUND, "Not Found", Optional.empty()));
    assertThat(new String(with, UTF_8))
        .isEqualTo(
            "{\"code\":5,\"message\":\"text (ID)\",\"details\":[{\"@type\":"
                + "\"type.googleapis.com/zitadel.v1.ErrorDetail\",\"id\":\"ID\",\"message\":\"text\"}]}");
    assertThat(new String(without, UTF_8)).isEqualTo("{\"code\":5,\"message\":\"Not Found\"}");
  }

  private AddPersonalAccessTokenRequest read(String body) {
    return codec.read(AddPersonalAccessTokenRequest.TYPE, body.getBytes(UTF_8));
  }

  private void refused(byte[] body, String message) {
    assertThatExceptionOfType(CallException.class)
        .isThrownBy(() -> codec.read(AddPersonalAccessTokenRequest.TYPE, body))
        .satisfies(e -> assertThat(e.status().code()).isEqualTo(Code.INVALID_ARGUMENT))
        .withMessage(message);
  }
}
