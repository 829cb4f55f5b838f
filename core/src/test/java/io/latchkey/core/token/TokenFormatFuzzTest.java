package io.latchkey.core.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.core.Seeds;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A token is what the expression in the documentation finds, with a right checksum, and nothing
 * else. The fuzzer cannot guess a checksum, so each input is read a second time with the right one.
 */
class TokenFormatFuzzTest {

  private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,18}_[0-9A-Za-z]{49}");

  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private static final int CHECKSUM_DIGITS = 6;

  private static final TokenFormat FORMAT = new TokenFormat(TokenFormat.DEFAULT_PREFIX);

  static List<Path> seeds() {
    return Seeds.of(TokenFormatFuzzTest.class);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void seed_isTakenForWhatItIs(Path seed) {
    Seeds.check(seed, TokenFormatFuzzTest::accepts);
  }

  /** What the fuzzer calls. */
  public static void fuzzerTestOneInput(byte[] input) {
    accepts(input);
  }

  private static boolean accepts(byte[] input) {
    String text = new String(input, UTF_8);
    if (text.length() >= CHECKSUM_DIGITS) {
      String checked = text.substring(0, text.length() - CHECKSUM_DIGITS);
      parse(checked + checksum(checked));
    }
    return parse(text);
  }

  private static boolean parse(String text) {
    Optional<ClearToken> token = FORMAT.parse(text);
    assertThat(token.isPresent()).isEqualTo(isToken(text));
    token.ifPresent(
        clear -> {
          assertThat(clear.reveal()).isEqualTo(text);
          assertThat(clear).hasToString("ClearToken[redacted]");
        });
    return token.isPresent();
  }

  private static boolean isToken(String text) {
    int checksumAt = text.length() - CHECKSUM_DIGITS;
    return FORM.matcher(text).matches()
        && text.substring(checksumAt).equals(checksum(text.substring(0, checksumAt)));
  }

  /** The CRC-32 in base62, by long division; of characters that are no bytes it is never asked. */
  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(ISO_8859_1));
    StringBuilder out = new StringBuilder();
    BigInteger rest = BigInteger.valueOf(crc.getValue());
    for (int i = 0; i < CHECKSUM_DIGITS; i++) {
      BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(62));
      out.insert(0, DIGITS.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    return out.toString();
  }
}
