package io.latchkey.tck.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.tck.rule.RuleBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Tests a contract on the mutants of its rules: each must be told by its rule and by no other, in
 * words that help.
 *
 * @param <B> the kind of backend
 */
final class MutantTests<B> {

  private final Class<?> contract;
  private final Consumer<Supplier<B>> subject;
  private final List<String> rows = new ArrayList<>();

  /**
   * @param contract the contract, of a subject that can be set
   * @param subject sets the subject
   */
  MutantTests(Class<?> contract, Consumer<Supplier<B>> subject) {
    this.contract = contract;
    this.subject = subject;
  }

  /** A test for each mutant. */
  Stream<DynamicTest> tests(List<Mutant<B>> mutants) {
    return mutants.stream().map(mutant -> test(mutant, ""));
  }

  /** A test of a mutant of which a text must be among what was seen. */
  DynamicTest test(Mutant<B> mutant, String text) {
    return DynamicTest.dynamicTest(mutant.toString(), () -> assertTold(mutant, text));
  }

  /** A provider that is right breaks no rule, and no test is left out. */
  void assertKept(Supplier<B> right, long tests) {
    subject.accept(right);
    KitRun run = KitRun.of(contract);

    assertThat(run.broken()).isEmpty();
    assertThat(run.tests()).isEqualTo(tests);
  }

  private void assertTold(Mutant<B> mutant, String text) {
    subject.accept(mutant.backend());
    KitRun run = KitRun.of(contract);

    assertThat(run.broken().keySet())
        .as("rules that are broken: %s", run.broken())
        .containsExactly(mutant.rule());
    String message = run.broken().get(mutant.rule());
    RuleBook.Entry rule = RuleBook.read().find(mutant.rule()).orElseThrow();
    assertThat(message)
        .startsWith(rule.id() + " is broken: " + rule.sentence() + "\nSeen: ")
        .contains("Look at: " + rule.test())
        .contains("docs/rules.md#" + rule.id().toLowerCase(Locale.ROOT));
    assertThat(seen(message)).isNotBlank().contains(text);
    rows.add(row(mutant, seen(message)));
  }

  private static String seen(String message) {
    int start = message.indexOf("\nSeen: ") + "\nSeen: ".length();
    return message.substring(start, message.indexOf("\nWhy the rule is there: "));
  }

  private static String row(Mutant<?> mutant, String seen) {
    String lines =
        seen.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .limit(4)
            .map(line -> line.length() > 200 ? line.substring(0, 200) + "…" : line)
            .collect(Collectors.joining("<br>"));
    return "| "
        + mutant.rule()
        + " | "
        + mutant.wrong()
        + " | "
        + lines.replace("|", "\\|").replace("\u0000", "\\0")
        + " |";
  }

  /** Writes which mutant was told in which words, for those who read messages. */
  void write(Path file) {
    String head = "| rule | mutant | what the kit has seen |\n|---|---|---|\n";
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, head + String.join("\n", rows) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
