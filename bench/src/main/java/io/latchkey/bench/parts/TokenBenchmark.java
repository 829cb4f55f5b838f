package io.latchkey.bench.parts;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.latchkey.core.token.ClearToken;
import io.latchkey.core.token.Pepper;
import io.latchkey.core.token.TokenDigester;
import io.latchkey.core.token.TokenFormat;
import io.latchkey.spi.token.TokenDigest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The token itself: made, recognised, digested; no look-up. */
@State(Scope.Thread)
public class TokenBenchmark {

  private final TokenFormat format = new TokenFormat(TokenFormat.DEFAULT_PREFIX);
  private final ClearToken token = format.generate();
  private final String good = token.reveal();
  private final String cutOff = good.substring(1);
  private final String mistyped = mistyped(good);
  private final TokenDigester plain = TokenDigester.plain();
  private final TokenDigester peppered =
      TokenDigester.peppered(List.of(new Pepper("bench", new byte[32])), false);
  private final MessageDigest sha256 = newSha256();
  private final byte[] bytes = good.getBytes(US_ASCII);

  /** For JMH. */
  public TokenBenchmark() {}

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** With another last character, so that the checksum is wrong. */
  static String mistyped(String token) {
    return token.substring(0, token.length() - 1) + (token.endsWith("0") ? '1' : '0');
  }

  /**
   * The limit: one digest of the bytes that a token has, by an engine that is at hand.
   *
   * @return for JMH
   */
  @Benchmark
  public byte[] sha256() {
    return sha256.digest(bytes);
  }

  /**
   * A new token.
   *
   * @return for JMH
   */
  @Benchmark
  public ClearToken generate() {
    return format.generate();
  }

  /**
   * A token is recognised.
   *
   * @return for JMH
   */
  @Benchmark
  public Optional<ClearToken> parseGood() {
    return format.parse(good);
  }

  /**
   * A token that was cut off is refused.
   *
   * @return for JMH
   */
  @Benchmark
  public Optional<ClearToken> parseCutOff() {
    return format.parse(cutOff);
  }

  /**
   * A token that was mistyped is refused: its length is right, its checksum is not.
   *
   * @return for JMH
   */
  @Benchmark
  public Optional<ClearToken> parseMistyped() {
    return format.parse(mistyped);
  }

  /**
   * What is kept of a token.
   *
   * @return for JMH
   */
  @Benchmark
  public TokenDigest digest() {
    return plain.digest(token);
  }

  /**
   * The same with a pepper.
   *
   * @return for JMH
   */
  @Benchmark
  public TokenDigest digestPeppered() {
    return peppered.digest(token);
  }
}
