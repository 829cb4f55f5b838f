package io.latchkey.tck.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/** What the answers of reading calls hold. */
final class ShownTokens {

  private ShownTokens() {}

  /** The tokens of a list, as they come; the field is left out where there is none. */
  static List<Map<?, ?>> of(Answer answer) {
    Map<?, ?> json = answer.done();
    if (!json.containsKey("result")) {
      return List.of();
    }
    List<?> result = (List<?>) json.get("result");
    assertThat(result).as("result of %s", answer).isNotEmpty();
    return result.stream().<Map<?, ?>>map(token -> (Map<?, ?>) token).toList();
  }

  static List<String> ids(Answer answer) {
    return of(answer).stream().map(token -> (String) token.get("id")).toList();
  }
}
