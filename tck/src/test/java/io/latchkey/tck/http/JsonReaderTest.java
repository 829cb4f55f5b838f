package io.latchkey.tck.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class JsonReaderTest {

  @Test
  void read_ofObject_isAMap() {
    assertThat(
            JsonReader.read(" {\"a\" : [ 1 , -2.5e+3, true, false, {} , [ ] ] ,\n\"b\":\"c\"}\r\n"))
        .isEqualTo(
            Map.of(
                "a",
                List.of(
                    new BigDecimal("1"),
                    new BigDecimal("-2.5e+3"),
                    true,
                    false,
                    Map.of(),
                    List.of()),
                "b",
                "c"));
  }

  @Test
  void read_ofEscapes_isWhatTheyStandFor() {
    assertThat(JsonReader.read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\ud83d\\ude00$1\""))
        .isEqualTo("\"\\/\b\f\n\r\tA\ud83d\ude00$1");
  }

  @Test
  void read_ofLongText_needsNoStack() {
    String text = "x".repeat(1_000_000);

    assertThat(JsonReader.read("\"" + text + "\"")).isEqualTo(text);
  }

  @TestFactory
  Stream<DynamicTest> read_ofAnythingElse_isRefused() {
    return Stream.of(
            "",
            " ",
            "{",
            "}",
            "{\"a\"}",
            "{\"a\":1,}",
            "{a:1}",
            "{'a':1}",
            "[1,]",
            "[1 2]",
            "01",
            "+1",
            ".5",
            "1.",
            "1e",
            "NaN",
            "tru",
            "null",
            "{\"a\":null}",
            "{} x",
            "{}{}",
            "\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\t\"",
            "\"\n\"",
            "{\"a\":1,\"a\":1}",
            "{\"a\":1,\"\\u0061\":2}",
            "\ufeff{}")
        .map(
            json ->
                dynamicTest(
                    "<" + json + ">",
                    () ->
                        assertThatThrownBy(() -> JsonReader.read(json))
                            .isInstanceOf(IllegalArgumentException.class)));
  }
}
