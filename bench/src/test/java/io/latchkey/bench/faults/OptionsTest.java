package io.latchkey.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void parse_ofTheJarAlone_isAHundredRoundsOverAllFaults() {
    Options options = Options.parse("host.jar");

    assertThat(options.jar()).isEqualTo(Path.of("host.jar"));
    assertThat(options.rounds()).isEqualTo(100);
    assertThat(options.only()).isEmpty();
    assertThat(options.bound()).isEqualTo(Duration.ofSeconds(1));
    assertThat(options.flags()).isEmpty();
  }

  @Test
  void parse_takesOptionsInAnyOrder() {
    assertThat(
            Options.parse(
                "host.jar",
                "--seed",
                "7",
                "--only",
                "a,b",
                "12",
                "--server",
                "x.y=z",
                "--bound",
                "PT2S",
                "--only",
                "c"))
        .isEqualTo(
            new Options(
                Path.of("host.jar"),
                12,
                List.of("a", "b", "c"),
                7,
                Duration.ofSeconds(2),
                List.of("--x.y=z")));
  }

  @Test
  void parse_ofWhatCannotBe_isASentence() {
    assertThatThrownBy(() -> Options.parse("host.jar", "0")).hasMessage("rounds must be 1 or more");
    assertThatThrownBy(() -> Options.parse("host.jar", "many"))
        .hasMessage("rounds must be a number, not many");
    assertThatThrownBy(() -> Options.parse("host.jar", "--seed"))
        .hasMessage("--seed needs a text after it");
    assertThatThrownBy(() -> Options.parse("host.jar", "--bound", "1"))
        .hasMessage("--bound must be as PT1S, not 1");
  }
}
