package io.latchkey.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpiVersionTest {

  @Test
  void current_isTheOneOfTheRelease() {
    assertThat(SpiVersion.current())
        .isEqualTo(SpiVersion.parse(System.getProperty("latchkey.version")));
  }

  @Test
  void parse_takesTheNumberOfARelease() {
    assertThat(SpiVersion.parse("1.12")).isEqualTo(new SpiVersion(1, 12)).hasToString("1.12");
    assertThat(SpiVersion.parse("0.1.0-SNAPSHOT")).isEqualTo(new SpiVersion(0, 1));
    assertThat(SpiVersion.parse("2.0-rc.1")).isEqualTo(new SpiVersion(2, 0));
  }

  @Test
  void parse_ofSomethingElse_isRefused() {
    for (String text : new String[] {"", "1", "1.", ".1", "1.x", "v1.0", "-1.0", "1.0 ", "1.0_1"}) {
      assertThatThrownBy(() -> SpiVersion.parse(text))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("text is not a version: \"" + text + "\"");
    }
  }

  @Test
  void serves_whatWasBuiltForItOrEarlierInTheSameMajorVersion() {
    SpiVersion host = new SpiVersion(1, 2);
    assertThat(host.serves(new SpiVersion(1, 1))).isTrue();
    assertThat(host.serves(new SpiVersion(1, 2))).isTrue();
    assertThat(host.serves(new SpiVersion(1, 3))).isFalse();
    assertThat(host.serves(new SpiVersion(0, 2))).isFalse();
    assertThat(host.serves(new SpiVersion(2, 0))).isFalse();
  }
}
