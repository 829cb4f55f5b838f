package io.latchkey.tck.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the suite would overlook if these did not hold. */
class AnswerTest {

  private static final Map<String, List<String>> HEADERS =
      Map.of("Content-Type", List.of("application/json"), "Cache-Control", List.of("no-store"));
  private static final String DETAILS =
      "\"details\":{\"sequence\":\"2\",\"creationDate\":\"2026-01-02T03:04:05.123456Z\","
          + "\"changeDate\":\"2026-01-02T03:04:05.123456Z\",\"resourceOwner\":\"org\"}";
  private static final String CREATED = "{\"tokenId\":\"1\",\"token\":\"t_x\"," + DETAILS + "}";
  private static final String HUMAN =
      "{\"code\":9,\"message\":\"Not allowed for this user type (COMMAND-Df2f1)\",\"details\":["
          + "{\"@type\":\"type.googleapis.com/zitadel.v1.ErrorDetail\",\"id\":\"COMMAND-Df2f1\","
          + "\"message\":\"Not allowed for this user type\"}]}";

  @Test
  void created_readsEveryField() {
    Instant date = Instant.parse("2026-01-02T03:04:05.123456Z");

    assertThat(answer(200, HEADERS, CREATED).created())
        .isEqualTo(new Answer.Created("1", "t_x", 2, date, date, "org"));
  }

  @TestFactory
  Stream<DynamicTest> created_ofAnythingElse_fails() {
    return Stream.of(
            answer(201, HEADERS, CREATED),
            answer(200, HEADERS, "{" + DETAILS + "}"),
            answer(200, HEADERS, CREATED.replace("{\"tokenId\"", "{\"x\":1,\"tokenId\"")),
            answer(200, HEADERS, CREATED.replace("\"2\"", "2")),
            answer(200, HEADERS, CREATED.replace("\"2\"", "\"02\"")),
            answer(200, HEADERS, CREATED.replace(".123456Z", ".1Z")),
            answer(200, HEADERS, CREATED.replace("Z\"", "+00:00\"")),
            answer(200, HEADERS, CREATED.replace(",\"resourceOwner\":\"org\"", "")),
            answer(200, with("Location", "/x"), CREATED),
            answer(200, with("Content-Type", "text/plain"), CREATED),
            answer(200, with("Cache-Control", "no-cache"), CREATED))
        .map(answer -> dynamicTest(answer.toString(), () -> assertFails(answer::created)));
  }

  @Test
  void refused_withTheOutcome_passes() {
    answer(400, HEADERS, HUMAN).refused(Outcome.HUMAN);
    answer(
            401,
            with("WWW-Authenticate", "Bearer"),
            "{\"code\":16,\"message\":\"auth header missing\"}")
        .refused(Outcome.NO_CREDENTIAL);
  }

  @TestFactory
  Stream<DynamicTest> refused_withAnythingElse_fails() {
    return Stream.of(
            answer(403, HEADERS, HUMAN),
            answer(400, HEADERS, HUMAN.replace("\"code\":9", "\"code\":\"9\"")),
            answer(400, HEADERS, HUMAN.replace("COMMAND", "X")),
            answer(400, HEADERS, HUMAN.replaceAll(",\"details.*", "}")),
            answer(400, HEADERS, HUMAN.replace("}]}", "},{}]}")),
            answer(400, Map.of("Content-Type", List.of("application/json")), HUMAN))
        .map(
            answer ->
                dynamicTest(
                    answer.toString(), () -> assertFails(() -> answer.refused(Outcome.HUMAN))));
  }

  @Test
  void refused_with401WithoutChallenge_fails() {
    Answer answer = answer(401, HEADERS, "{\"code\":16,\"message\":\"auth header missing\"}");

    assertFails(() -> answer.refused(Outcome.NO_CREDENTIAL));
  }

  @Test
  void refusedByDecoder_withDetails_fails() {
    answer(400, HEADERS, "{\"code\":3,\"message\":\"x\"}").refusedByDecoder();

    assertFails(() -> answer(400, HEADERS, HUMAN.replace("9", "3")).refusedByDecoder());
  }

  @Test
  void refusedForStateOfUser_withoutAnIdOfOurs_fails() {
    answer(400, HEADERS, HUMAN.replace("COMMAND-Df2f1", "LATCHKEY-state")).refusedForStateOfUser();

    assertFails(() -> answer(400, HEADERS, HUMAN).refusedForStateOfUser());
  }

  @Test
  void toString_doesNotShowTheToken() {
    assertThat(answer(200, HEADERS, CREATED).toString()).doesNotContain("t_x");
  }

  private static void assertFails(Runnable assertion) {
    assertThatThrownBy(assertion::run).isInstanceOf(AssertionError.class);
  }

  private static Map<String, List<String>> with(String name, String value) {
    Map<String, List<String>> headers = new HashMap<>(HEADERS);
    headers.put(name, List.of(value));
    return headers;
  }

  private static Answer answer(int status, Map<String, List<String>> headers, String body) {
    return new Answer("a call", status, HttpHeaders.of(headers, (name, value) -> true), body);
  }
}
