package io.latchkey.tck.mutant;

import io.latchkey.tck.TokenStoreBackend;
import io.latchkey.tck.TokenStoreContract;
import io.latchkey.tck.memory.InMemoryTokenStoreBackend;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each wrong store breaks its own rule, and no other, with a message that helps. */
class TokenStoreMutantsTest {

  /** Each dynamic test counts, so this changes with every sample. */
  private static final long TESTS = 377;

  private static final MutantTests<TokenStoreBackend> MUTANTS =
      new MutantTests<>(Kit.class, backend -> Kit.subject = backend);

  @AfterAll
  static void write() {
    MUTANTS.write(Path.of("target", "mutants-token-store.md"));
  }

  @TestFactory
  Stream<DynamicTest> contract_ofAMutant_breaksItsRuleAlone() {
    return TokenStoreMutants.all().stream()
        .map(mutant -> MUTANTS.test(mutant.mutant(), mutant.seen()));
  }

  @Test
  void contract_ofARightStore_breaksNone() {
    MUTANTS.assertKept(InMemoryTokenStoreBackend::new, TESTS);
  }

  /** The contract on what is set; not by itself a test of the build. */
  static final class Kit extends TokenStoreContract {

    private static volatile Supplier<TokenStoreBackend> subject = InMemoryTokenStoreBackend::new;

    @Override
    protected TokenStoreBackend createBackend() {
      return subject.get();
    }
  }
}
