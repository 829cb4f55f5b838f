package io.latchkey.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ResultsTest {

  @TempDir private Path folder;

  private static Row row(String what, double ratio, Optional<Aim> aim) {
    return new Row(what, "H2", 8, "9 /s", "10 /s", ratio, "0.8–1.0", aim, "1.00 / 2.00", "5 %");
  }

  @Test
  void aim_isMetAtItsBrink() {
    assertThat(Aim.atLeast(0.9).isMetBy(0.9)).isTrue();
    assertThat(Aim.atLeast(0.9).isMetBy(0.899)).isFalse();
    assertThat(Aim.atMost(1.25).isMetBy(1.25)).isTrue();
    assertThat(Aim.atMost(1.25).isMetBy(1.251)).isFalse();
  }

  @Test
  void table_saysOfEachRatioWhetherItsAimIsMet() throws IOException {
    Results results = new Results("A run", folder);
    results.add(row("verify", 0.91, Optional.of(Aim.atLeast(0.9))));
    results.add(row("create", 0.5, Optional.of(Aim.atLeast(0.7))));
    results.add(row("list", 0.5, Optional.empty()));
    results.note("A sentence.");
    results.write();
    assertThat(Files.readString(folder.resolve("results.md")))
        .contains(
            "| verify | H2 | 8 | 9 /s | 10 /s | **0.91** (0.8–1.0) | ≥ 0.90 met | 1.00 / 2.00 | 5 % |\n",
            "| create | H2 | 8 | 9 /s | 10 /s | **0.50** (0.8–1.0) | ≥ 0.70 **missed** |",
            "| list | H2 | 8 | 9 /s | 10 /s | **0.50** (0.8–1.0) |  |",
            "- A sentence.\n",
            "- Processor: ",
            "fsync of 4096 bytes",
            "## Not controlled");
  }

  @Test
  void picture_hasABarForEachRow_alsoIfItsNameHasMarkup() throws Exception {
    Results results = new Results("A <run>", folder);
    results.add(row("<verify> & more", 0.91, Optional.of(Aim.atLeast(0.9))));
    results.add(row("a ratio beyond the picture", 40, Optional.empty()));
    results.write();
    Document picture =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(folder.resolve("results.svg").toFile());
    // The white ground, and two bars.
    assertThat(picture.getElementsByTagName("rect").getLength()).isEqualTo(3);
    assertThat(picture.getDocumentElement().getTextContent())
        .contains("<verify> & more, H2, 8 clients", "0.91", "40.00");
  }
}
