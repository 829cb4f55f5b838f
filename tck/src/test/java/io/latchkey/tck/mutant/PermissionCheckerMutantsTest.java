package io.latchkey.tck.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.tck.PermissionCheckerBackend;
import io.latchkey.tck.PermissionCheckerContract;
import io.latchkey.tck.memory.InMemoryPermissionCheckerBackend;
import io.latchkey.tck.rule.RuleBook;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PermissionCheckerMutantsTest {

  /** The rules, with the tests of each case. */
  private static final long TESTS = 220;

  private static final MutantTests<PermissionCheckerBackend> MUTANTS =
      new MutantTests<>(Kit.class, backend -> Kit.subject = backend);

  @AfterAll
  static void write() {
    MUTANTS.write(Path.of("target", "mutants-permission-checker.md"));
  }

  @TestFactory
  Stream<DynamicTest> contract_ofAMutant_breaksItsRuleAlone() {
    return MUTANTS.tests(PermissionCheckerMutants.all());
  }

  @Test
  void contract_ofARightChecker_breaksNone() {
    MUTANTS.assertKept(InMemoryPermissionCheckerBackend::new, TESTS);
  }

  @Test
  void contract_ofARightCheckerWithoutFeatures_breaksNone() {
    MUTANTS.assertKept(PermittedOrganizationsMutants.None::new, TESTS);
  }

  @Test
  void mutants_areThereForEachRule() {
    List<String> broken =
        PermissionCheckerMutants.all().stream().map(Mutant::rule).distinct().toList();

    assertThat(broken)
        .isEqualTo(
            RuleBook.read().entries().keySet().stream()
                .filter(id -> id.startsWith("PC-"))
                .toList());
  }

  /** The contract on what is set; not by itself a test of the build. */
  static final class Kit extends PermissionCheckerContract {

    private static volatile Supplier<PermissionCheckerBackend> subject =
        InMemoryPermissionCheckerBackend::new;

    @Override
    protected PermissionCheckerBackend createBackend() {
      return subject.get();
    }
  }
}
