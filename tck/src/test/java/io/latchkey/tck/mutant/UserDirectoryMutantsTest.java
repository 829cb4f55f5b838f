package io.latchkey.tck.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.tck.UserDirectoryBackend;
import io.latchkey.tck.UserDirectoryContract;
import io.latchkey.tck.memory.InMemoryUserDirectoryBackend;
import io.latchkey.tck.rule.RuleBook;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class UserDirectoryMutantsTest {

  /** The rules, with the tests of each case. */
  private static final long TESTS = 215;

  private static final MutantTests<UserDirectoryBackend> MUTANTS =
      new MutantTests<>(Kit.class, backend -> Kit.subject = backend);

  @AfterAll
  static void write() {
    MUTANTS.write(Path.of("target", "mutants-user-directory.md"));
  }

  @TestFactory
  Stream<DynamicTest> contract_ofAMutant_breaksItsRuleAlone() {
    return MUTANTS.tests(UserDirectoryMutants.all());
  }

  @Test
  void contract_ofARightDirectory_breaksNone() {
    MUTANTS.assertKept(InMemoryUserDirectoryBackend::new, TESTS);
  }

  @Test
  void contract_ofARightManagedDirectory_breaksNone() {
    MUTANTS.assertKept(ManagedMemoryBackend::new, TESTS);
  }

  @Test
  void mutants_areThereForEachRule() {
    List<String> broken = UserDirectoryMutants.all().stream().map(Mutant::rule).distinct().toList();

    assertThat(broken)
        .isEqualTo(
            RuleBook.read().entries().keySet().stream()
                .filter(id -> id.startsWith("UD-"))
                .toList());
  }

  /** The contract on what is set; not by itself a test of the build. */
  static final class Kit extends UserDirectoryContract {

    private static volatile Supplier<UserDirectoryBackend> subject =
        InMemoryUserDirectoryBackend::new;

    @Override
    protected UserDirectoryBackend createBackend() {
      return subject.get();
    }
  }
}
