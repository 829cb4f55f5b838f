package io.latchkey.tck.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the host has answered, and what is to be said about it.
 *
 * @param call the call, for messages
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body
 */
record Answer(String call, int status, HttpHeaders headers, String body) {

  static final Pattern TIMESTAMP =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3}|\\.\\d{6}|\\.\\d{9})?Z");

  /** A token that the host has created. */
  record Created(
      String tokenId,
      String token,
      long sequence,
      Instant creationDate,
      Instant changeDate,
      String resourceOwner) {}

  /** The token was created, and the answer has all that it must have and nothing else. */
  Created created() {
    assertThat(status).as("status of %s", this).isEqualTo(200);
    assertHeaders();
    Map<?, ?> json = object("body", JsonReader.read(body));
    assertThat(json.keySet())
        .as("fields of %s", this)
        .isEqualTo(names("tokenId", "token", "details"));
    Map<?, ?> details = object("details", json.get("details"));
    assertThat(details.keySet())
        .as("fields of the details of %s", this)
        .isEqualTo(names("sequence", "creationDate", "changeDate", "resourceOwner"));
    String sequence = text(details, "sequence");
    assertThat(sequence).as("sequence of %s", this).matches("[1-9][0-9]{0,18}");
    return new Created(
        text(json, "tokenId"),
        text(json, "token"),
        Long.parseLong(sequence),
        timestamp(details, "creationDate"),
        timestamp(details, "changeDate"),
        text(details, "resourceOwner"));
  }

  /** The call was answered; the members of the answer. */
  Map<?, ?> done() {
    assertThat(status).as("status of %s", this).isEqualTo(200);
    assertHeaders();
    return object("body", JsonReader.read(body));
  }

  /** The call was answered with an object in which there is another one. */
  Map<?, ?> done(String name) {
    return object(name, done().get(name));
  }

  /** The call was answered with an object in which there is a text. */
  String doneText(String name) {
    return text(done(), name);
  }

  /** The call was refused with exactly this outcome. */
  void refused(Outcome outcome) {
    assertThat(status).as("status of %s", this).isEqualTo(outcome.status());
    assertHeaders();
    BigDecimal code = BigDecimal.valueOf(outcome.code());
    Map<String, Object> expected =
        outcome
            .id()
            .map(
                id ->
                    Map.of(
                        "code",
                        code,
                        "message",
                        outcome.text() + " (" + id + ")",
                        "details",
                        List.of(detail(id, outcome.text()))))
            .orElseGet(() -> Map.of("code", code, "message", outcome.text()));
    assertThat(JsonReader.read(body)).as("body of %s", this).isEqualTo(expected);
  }

  /** The body was refused by the decoder, in whatever words. */
  void refusedByDecoder() {
    assertThat(status).as("status of %s", this).isEqualTo(400);
    assertThat(object("body", JsonReader.read(body)).keySet())
        .as("fields of %s", this)
        .isEqualTo(names("code", "message"));
    refusedAsInvalid();
  }

  /** The call was refused as invalid, with whatever id and words. */
  void refusedAsInvalid() {
    assertThat(status).as("status of %s", this).isBetween(400, 499);
    assertHeaders();
    Map<?, ?> json = object("body", JsonReader.read(body));
    assertThat(json.get("code")).as("code of %s", this).isEqualTo(BigDecimal.valueOf(3));
    assertThat(text(json, "message")).as("message of %s", this).isNotBlank();
  }

  /** The user is in a state that makes a token worthless: a refusal with an id of our own. */
  void refusedForStateOfUser() {
    assertThat(status).as("status of %s", this).isEqualTo(400);
    assertHeaders();
    Map<?, ?> json = object("body", JsonReader.read(body));
    String message = text(json, "message");
    assertThat(message).as("message of %s", this).matches("\\S.* \\(LATCHKEY-[^ ()]+\\)");
    int start = message.lastIndexOf(" (");
    String id = message.substring(start + 2, message.length() - 1);
    refused(new Outcome(400, 9, Optional.of(id), message.substring(0, start)));
  }

  private static Map<String, Object> detail(String id, String message) {
    return Map.of(
        "@type", "type.googleapis.com/zitadel.v1.ErrorDetail", "id", id, "message", message);
  }

  /** What holds for every answer, whatever it says. */
  private void assertHeaders() {
    assertThat(headers.allValues("Content-Type"))
        .as("Content-Type of %s", this)
        .containsExactly("application/json");
    assertThat(String.join(",", headers.allValues("Cache-Control")).split("\\s*,\\s*", -1))
        .as("Cache-Control of %s", this)
        .contains("no-store");
    assertThat(headers.allValues("Location")).as("Location of %s", this).isEmpty();
    if (status == 401) {
      assertThat(headers.firstValue("WWW-Authenticate").orElse(""))
          .as("WWW-Authenticate of %s", this)
          .matches("Bearer( .*)?");
    }
  }

  private Map<?, ?> object(String name, @Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      return object;
    }
    throw new AssertionError("no object as " + name + " of " + this);
  }

  private Instant timestamp(Map<?, ?> json, String name) {
    String text = text(json, name);
    assertThat(text).as("%s of %s", name, this).matches(TIMESTAMP);
    return Instant.parse(text);
  }

  private String text(Map<?, ?> json, String name) {
    Object value = json.get(name);
    if (value instanceof String text) {
      return text;
    }
    throw new AssertionError(name + " must be a text in " + this + ", and was " + value);
  }

  private static Set<String> names(String... names) {
    return Set.of(names);
  }

  /** Without the tokens: logs of builds are read by many. */
  @Override
  public String toString() {
    String safe = body.replaceAll("(\"token\"\\s*:\\s*\")[^\"]*", "$1…");
    return "the answer to " + call + ": " + status + " " + headers.map() + " " + safe;
  }
}
