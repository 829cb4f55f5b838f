package io.latchkey.tck.http;

import static io.latchkey.tck.http.Population.HUMAN;
import static io.latchkey.tck.http.Population.MACHINE;
import static io.latchkey.tck.http.Population.UNKNOWN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Section 2.3 of the wire contract: which bodies of create are read, and as what. */
public abstract class CreateJsonContract extends EndpointTopic {

  private static final String PAST = "\"2001-01-01T00:00:00Z\"";
  private static final String FUTURE = "\"2999-01-01T00:00:00Z\"";

  /** For implementers. */
  protected CreateJsonContract() {}

  @TestFactory
  public final Stream<DynamicTest> body_thatSaysNothing_isAccepted() {
    return each(
        Map.of(
            "empty", "",
            "blanks", " \t\r\n ",
            "empty object", "{}",
            "empty object in blanks", "\n { } \n",
            "null as expiration", "{\"expirationDate\":null}",
            "null as expiration in snake case", "{\"expiration_date\":null}",
            "null as user", "{\"userId\":null}"),
        body -> create(MACHINE).body(body).send().created());
  }

  @Test
  public final void body_thatIsEmptyAndOfNoType_isAccepted() {
    create(MACHINE).without("Content-Type").send().created();
  }

  @TestFactory
  public final Stream<DynamicTest> expiration_underEitherName_isRead() {
    return each(
        List.of("expirationDate", "expiration_date", "expiration\\u0044ate"),
        name ->
            create(MACHINE)
                .body("{\"" + name + "\":" + PAST + "}")
                .send()
                .refused(Outcome.EXPIRED_BEFORE_NOW));
  }

  @TestFactory
  public final Stream<DynamicTest> fields_thatAreUnknown_areIgnored() {
    return each(
        List.of(
            "{\"unknown\":\"x\"}",
            "{\"unknown\":null}",
            "{\"unknown\":{\"deep\":[1,-2.5e+3,true,false,null,{\"x\":\"\\u00e9\\n\"}]}}",
            "{\"\":\"\"}",
            "{\"ExpirationDate\":1}",
            "{\"expirationdate\":1}",
            "{\"expiration-date\":1}",
            "{\"unknown\":{\"expirationDate\":1}}",
            "{\"unknown\":\"\\ud83d\\ude00\"}"),
        body -> create(MACHINE).body(body).send().created());
  }

  @Test
  public final void fields_besideUnknownOnes_areRead() {
    create(MACHINE)
        .body("{\"a\":[{}],\"expirationDate\":" + PAST + ",\"z\":{\"y\":[]}}")
        .send()
        .refused(Outcome.EXPIRED_BEFORE_NOW);
  }

  @TestFactory
  public final Stream<DynamicTest> userId_ofThePath_beatsTheOneOfTheBody() {
    return each(
        List.of("userId", "user_id"),
        name -> {
          create(MACHINE).body("{\"" + name + "\":\"" + HUMAN + "\"}").send().created();
          create(MACHINE).body("{\"" + name + "\":\"\"}").send().created();
          create(UNKNOWN)
              .body("{\"" + name + "\":\"" + MACHINE + "\"}")
              .send()
              .refused(Outcome.UNKNOWN_USER);
        });
  }

  @TestFactory
  public final Stream<DynamicTest> userId_thatIsNoText_isRefused() {
    return each(
        List.of("1", "true", "{}", "[]", "[\"tck-machine\"]"),
        value -> create(MACHINE).body("{\"userId\":" + value + "}").send().refusedByDecoder());
  }

  @TestFactory
  public final Stream<DynamicTest> field_thatComesTwice_isRefused() {
    return each(
        List.of(
            "{\"expirationDate\":" + FUTURE + ",\"expirationDate\":" + FUTURE + "}",
            "{\"expirationDate\":" + FUTURE + ",\"expiration_date\":" + FUTURE + "}",
            "{\"expiration_date\":" + FUTURE + ",\"x\":1,\"expiration_date\":" + FUTURE + "}",
            "{\"expirationDate\":" + FUTURE + ",\"expiration\\u0044ate\":" + FUTURE + "}",
            "{\"userId\":\"x\",\"userId\":\"x\"}",
            "{\"userId\":\"x\",\"user_id\":\"x\"}"),
        body -> create(MACHINE).body(body).send().refusedByDecoder());
  }

  @TestFactory
  public final Stream<DynamicTest> body_thatIsNoObject_isRefused() {
    return each(
        List.of("[]", "[{}]", "\"x\"", "\"\"", "1", "true", "null"),
        body -> create(MACHINE).body(body).send().refusedByDecoder());
  }

  @TestFactory
  public final Stream<DynamicTest> body_thatIsMalformed_isRefused() {
    return each(
        List.of(
            "{",
            "}",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{,}",
            "{\"a\" 1}",
            "{\"a\":1 \"b\":2}",
            "{a:1}",
            "{'a':1}",
            "{\"a\":'x'}",
            "{\"a\":01}",
            "{\"a\":+1}",
            "{\"a\":.5}",
            "{\"a\":1.}",
            "{\"a\":1e}",
            "{\"a\":0x1}",
            "{\"a\":NaN}",
            "{\"a\":Infinity}",
            "{\"a\":tru}",
            "{\"a\":True}",
            "{\"a\":[1,]}",
            "{\"a\":[1 2]}",
            "{\"a\":[}",
            "{\"a\":\"x}",
            "{\"a\":\"\\x\"}",
            "{\"a\":\"\\u12\"}",
            "{\"a\":\"\t\"}",
            "{\"a\":\"\n\"}",
            "{} // comment",
            "/* comment */ {}",
            "expirationDate=2030-01-01"),
        body -> create(MACHINE).body(body).send().refusedByDecoder());
  }

  @TestFactory
  public final Stream<DynamicTest> body_withMoreBehindTheObject_isRefused() {
    return each(
        List.of("{} x", "{}{}", "{} {}", "{}]", "{},", "{} null"),
        body -> create(MACHINE).body(body).send().refusedByDecoder());
  }

  @TestFactory
  public final Stream<DynamicTest> text_withLoneSurrogate_isRefused() {
    return each(
        List.of(
            "{\"userId\":\"\\ud800\"}",
            "{\"userId\":\"\\udc00\"}",
            "{\"userId\":\"\\ud800x\"}",
            "{\"userId\":\"\\udc00\\ud800\"}",
            "{\"name\":\"\\ud83d\"}",
            "{\"unknown\":\"\\ud800\"}",
            "{\"\\ud800\":1}"),
        body -> create(MACHINE).body(body).send().refusedByDecoder());
  }

  /** Each byte sequence stands in a text: alone, overlong, of a surrogate, cut off, too large. */
  @TestFactory
  public final Stream<DynamicTest> body_thatIsNotUtf8_isRefused() {
    return each(
        List.of(
            "\u00ff",
            "\u0080",
            "\u00c0\u0080",
            "\u00ed\u00a0\u0080",
            "\u00c3",
            "\u00f4\u0090\u0080\u0080"),
        bytes -> {
          byte[] value = bytes.getBytes(ISO_8859_1);
          create(MACHINE).body(inText("userId", value)).send().refusedByDecoder();
          create(MACHINE).body(inText("unknown", value)).send().refusedByDecoder();
        });
  }

  @Test
  public final void body_thatIsNestedDeeply_isRefused() {
    String deep = "[".repeat(20_000) + "]".repeat(20_000);

    create(MACHINE).body("{\"unknown\":" + deep + "}").send().refusedByDecoder();
    create(MACHINE).body("{\"unknown\":".repeat(20_000)).send().refusedByDecoder();
  }

  @Test
  public final void body_afterOneThatIsNestedDeeply_isServed() {
    create(MACHINE).body("[".repeat(100_000)).send().refusedAsInvalid();

    create(MACHINE).send().created();
  }

  @Test
  public final void body_ofOneMebibyte_isRefused() {
    create(MACHINE).body("{\"unknown\":\"" + "x".repeat(1 << 20) + "\"}").send().refusedAsInvalid();
  }

  private static byte[] inText(String name, byte[] value) {
    byte[] start = ("{\"" + name + "\":\"").getBytes(UTF_8);
    byte[] end = "\"}".getBytes(UTF_8);
    byte[] body = new byte[start.length + value.length + end.length];
    System.arraycopy(start, 0, body, 0, start.length);
    System.arraycopy(value, 0, body, start.length, value.length);
    System.arraycopy(end, 0, body, start.length + value.length, end.length);
    return body;
  }
}
