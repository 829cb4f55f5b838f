package io.latchkey.tck.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CallTest {

  private static final String ANSWER =
      "HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\nX-Test: a\r\n\r\n{}";

  @Test
  void send_postsToThePathOfTheUser() throws IOException {
    assertThat(sent(call -> call))
        .startsWith("POST /management/v1/users/a%20b%2B%C3%A9/pats HTTP/1.1");
  }

  @Test
  void send_ofNothing_hasJsonAsTypeAndNoBody() throws IOException {
    assertThat(linesOf(sent(call -> call)))
        .contains("content-length: 0", "content-type: application/json");
  }

  @Test
  void send_withoutContentType_hasNone() throws IOException {
    assertThat(sent(call -> call.without("content-type")).toLowerCase(Locale.ROOT))
        .doesNotContain("content-type");
  }

  @Test
  void send_withMethod_usesIt() throws IOException {
    assertThat(sent(call -> call.method("PATCH"))).startsWith("PATCH ");
  }

  @Test
  void send_withHeaderTwice_sendsBoth() throws IOException {
    assertThat(linesOf(sent(call -> call.organization("a").another("x-zitadel-orgid", "b"))))
        .contains("x-zitadel-orgid: a", "x-zitadel-orgid: b");
  }

  @Test
  void send_withEmptyHeader_sendsIt() throws IOException {
    assertThat(linesOf(sent(call -> call.header("Authorization", "")))).contains("authorization: ");
  }

  @Test
  void sendUntouched_keepsBlanks() throws IOException {
    try (OneAnswerServer server = new OneAnswerServer(ANSWER)) {
      Answer answer = new Call(server.uri(), "a").organization("  a ").body("{}").sendUntouched();

      assertThat(linesOf(server.request())).contains("x-zitadel-orgid:   a ");
      assertThat(server.request()).endsWith("\r\n\r\n{}");
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.headers().firstValue("X-Test")).contains("a");
      assertThat(answer.body()).isEqualTo("{}");
    }
  }

  @Test
  void send_withBytes_sendsThemAsTheyAre() throws IOException {
    assertThat(sent(call -> call.body(new byte[] {(byte) 0xff, 0})))
        .endsWith("\r\n\r\n\u00ff\u0000");
  }

  @Test
  void send_answersStatusHeadersAndBody() throws IOException {
    try (OneAnswerServer server = new OneAnswerServer(ANSWER)) {
      Answer answer = new Call(server.uri(), "a").send();

      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.headers().firstValue("x-test")).contains("a");
      assertThat(answer.body()).isEqualTo("{}");
    }
  }

  @Test
  void toString_doesNotShowTheToken() throws IOException {
    try (OneAnswerServer server = new OneAnswerServer(ANSWER)) {
      Call call = new Call(server.uri(), "a").bearer("secret");

      assertThat(call.toString()).doesNotContain("secret");
      assertThat(call.send().toString()).doesNotContain("secret");
    }
  }

  private static String sent(UnaryOperator<Call> change) throws IOException {
    try (OneAnswerServer server = new OneAnswerServer(ANSWER)) {
      change.apply(new Call(server.uri(), "a b+\u00e9")).send();
      return server.request();
    }
  }

  private static List<String> linesOf(String request) {
    return request.lines().map(line -> line.startsWith("POST") ? line : lowerName(line)).toList();
  }

  private static String lowerName(String line) {
    int end = Math.max(line.indexOf(':'), 0);
    return line.substring(0, end).toLowerCase(Locale.ROOT) + line.substring(end);
  }
}
