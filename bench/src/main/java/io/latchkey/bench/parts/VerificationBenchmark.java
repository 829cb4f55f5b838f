package io.latchkey.bench.parts;

import io.latchkey.core.service.TokenVerifier;
import io.latchkey.core.service.Verification;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenDigest;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The whole verification in the process, on providers in memory: with every verdict asked for anew,
 * and with verdicts remembered.
 */
@State(Scope.Benchmark)
public class VerificationBenchmark {

  private static final String BOUND = "revocation-bound";
  private static final int SAMPLE = 4711;

  private final MemoryLatchkey forgetful = new MemoryLatchkey(Map.of(BOUND, "PT0S"));
  private final MemoryLatchkey remembering = new MemoryLatchkey(Map.of(BOUND, "PT1S"));
  private final TokenVerifier cold = forgetful.latchkey().verifier();
  private final TokenVerifier warm = remembering.latchkey().verifier();
  private final String coldToken = forgetful.token(SAMPLE);
  private final String warmToken = remembering.token(SAMPLE);
  private final TokenDigest digest = forgetful.digest(SAMPLE);
  private final String mistyped = TokenBenchmark.mistyped(coldToken);

  /** For JMH. */
  public VerificationBenchmark() {}

  /** Ends both. */
  @TearDown
  public void close() {
    forgetful.close();
    remembering.close();
  }

  /**
   * The look-up alone.
   *
   * @return for JMH
   */
  @Benchmark
  public Optional<StoredToken> lookUp() {
    return forgetful.store().findByDigest(digest);
  }

  /**
   * With nothing remembered.
   *
   * @return for JMH
   */
  @Benchmark
  public Verification verifyCold() {
    return cold.verify(coldToken);
  }

  /**
   * With the verdict remembered, if this version of the core remembers any.
   *
   * @return for JMH
   */
  @Benchmark
  public Verification verifyWarm() {
    return warm.verify(warmToken);
  }

  /**
   * A token that was mistyped.
   *
   * @return for JMH
   */
  @Benchmark
  public Verification verifyGarbage() {
    return warm.verify(mistyped);
  }
}
