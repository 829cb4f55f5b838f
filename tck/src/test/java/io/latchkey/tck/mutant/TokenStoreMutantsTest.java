package io.latchkey.tck.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.latchkey.tck.TokenStoreBackend;
import io.latchkey.tck.TokenStoreContract;
import io.latchkey.tck.memory.InMemoryTokenStoreBackend;
import io.latchkey.tck.rule.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each wrong store breaks its own rule, and no other, with a message that helps. */
class TokenStoreMutantsTest {

  /** Each dynamic test counts, so this changes with every sample. */
  private static final long TESTS = 379;

  private static final Path REPORT = Path.of("target", "mutants-token-store.md");

  /** By rule and mutant. */
  private static final SortedMap<String, String> LINES = new TreeMap<>();

  private static volatile Supplier<TokenStoreBackend> backend = InMemoryTokenStoreBackend::new;

  /** Run by the launcher only, with the backend of a mutant. */
  static final class Kit extends TokenStoreContract {

    @Override
    protected TokenStoreBackend createBackend() {
      return backend.get();
    }
  }

  @Test
  void kit_onRightStore_findsNothing_andRunsEveryTest() {
    KitRun run = run(InMemoryTokenStoreBackend::new);

    assertThat(run.broken()).as("broken rules").isEmpty();
    assertThat(run.tests()).as("tests that were run").isEqualTo(TESTS);
  }

  @TestFactory
  Stream<DynamicTest> kit_onWrongStore_tellsItsRuleAndNoOther() {
    return TokenStoreMutants.all().stream()
        .map(mutant -> dynamicTest(mutant.toString(), () -> assertFound(mutant)));
  }

  private static void assertFound(TokenMutant mutant) {
    String rule = mutant.mutant().rule();
    SortedMap<String, String> broken = run(mutant.mutant().backend()).broken();

    assertThat(broken.keySet())
        .as("rules that are broken by \"%s\": %s", mutant, broken)
        .isEqualTo(Set.of(rule));
    RuleBook.Entry entry = RuleBook.read().find(rule).orElseThrow();
    String message = broken.get(rule);
    assertThat(message)
        .as("message for \"%s\"", mutant)
        .startsWith(rule + " is broken: " + entry.sentence() + "\nSeen: ")
        .contains("Look at: " + entry.test() + ", docs/rules.md#" + rule.toLowerCase(Locale.ROOT));
    assertThat(
            message.substring(
                message.indexOf("\nSeen: "), message.indexOf("\nWhy the rule is there: ")))
        .as("what was seen of \"%s\"", mutant)
        .contains(mutant.seen());
    LINES.put(
        String.format("%3s", rule.substring(3)) + mutant,
        "| " + rule + " | " + mutant.mutant().wrong() + " | " + firstLines(message) + " |");
  }

  private static KitRun run(Supplier<TokenStoreBackend> tested) {
    backend = tested;
    return KitRun.of(Kit.class);
  }

  /** What was seen, on one line of a table. */
  private static String firstLines(String message) {
    return message
        .lines()
        .skip(1)
        .takeWhile(line -> !line.startsWith("Why the rule is there: "))
        .limit(6)
        .map(line -> line.length() > 200 ? line.substring(0, 200) + " ..." : line)
        .map(line -> line.strip().replace("|", "\\|"))
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("<br>"));
  }

  @AfterAll
  static void report() throws IOException {
    Files.writeString(
        REPORT,
        LINES.values().stream()
            .collect(
                Collectors.joining(
                    "\n",
                    "# What the kit says of wrong token stores\n\n| rule | wrong | first lines |\n|---|---|---|\n",
                    "\n")));
  }
}
