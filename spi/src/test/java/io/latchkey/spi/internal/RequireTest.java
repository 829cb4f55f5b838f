package io.latchkey.spi.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequireTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "\u0001",
        "\uD7FF",
        "\uE000",
        "\uD83D\uDE00",
        "a\uD83D\uDE00b",
        "\uDBFF\uDFFF"
      })
  void length_ofWhatEveryStoreKeeps_isTheText(String text) {
    assertThat(Require.length(text, 1, 200, "text")).isSameAs(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000",
        "a\u0000",
        "\uD83D",
        "a\uD83D",
        "\uD83Da",
        "\uDE00",
        "\uDE00\uD83D",
        "\uD83D\uD83D\uDE00",
        "\uD83D\uDE00\uDE00"
      })
  void length_withANullCharacterOrALoneSurrogate_isRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Require.length(text, 1, 200, "text"))
        .withMessage("text must not hold U+0000 or a lone surrogate");
  }

  @Test
  void length_atItsBounds_isTaken_andBeyondThem_isRefused() {
    assertThat(Require.length("a", 1, 200, "text")).isEqualTo("a");
    assertThat(Require.length("a".repeat(200), 1, 200, "text")).hasSize(200);
    for (String text : new String[] {"", "a".repeat(201)}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Require.length(text, 1, 200, "text"))
          .withMessage("text.length must be 1 to 200: " + text.length());
    }
  }
}
