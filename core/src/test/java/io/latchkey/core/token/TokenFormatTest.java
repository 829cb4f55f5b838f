package io.latchkey.core.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFormatTest {

  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private final TokenFormat format = new TokenFormat(TokenFormat.DEFAULT_PREFIX);

  @Test
  void generate_gives55CharactersThatOneExpressionFinds() {
    assertThat(format.generate().reveal()).matches("lkpat_[0-9A-Za-z]{49}");
  }

  @Test
  void generate_neverRepeats() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      seen.add(format.generate().reveal());
    }
    assertThat(seen).hasSize(10_000);
  }

  @Test
  void generate_usesEveryDigitAtEveryPlaceOfTheRandomPart() {
    int[] seen = new int[43];
    for (int i = 0; i < 5_000; i++) {
      String random = format.generate().reveal().substring(6, 49);
      for (int place = 0; place < 43; place++) {
        seen[place] |= random.charAt(place);
      }
    }
    // All bits of ASCII letters and digits come up in each place, but for the first, which 256 bits
    // fill only in part.
    assertThat(Arrays.stream(seen).skip(1)).containsOnly(0x7F);
  }

  @Test
  void generate_endsInTheCrc32OfAllBefore() {
    String token = format.generate().reveal();
    CRC32 crc = new CRC32();
    crc.update(token.substring(0, 49).getBytes(US_ASCII));
    assertThat(token.substring(49)).isEqualTo(base62(BigInteger.valueOf(crc.getValue()), 6));
  }

  @Test
  void base62_writesTheLargestAndSmallestNumbersAsLongDivisionDoes() {
    for (BigInteger number :
        new BigInteger[] {
          BigInteger.ZERO,
          BigInteger.ONE,
          BigInteger.ONE.shiftLeft(255),
          BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE),
          new BigInteger("123456789012345678901234567890123456789012345678901234567890")
        }) {
      int[] words = new int[8];
      for (int i = 0; i < 8; i++) {
        words[i] = number.shiftRight(32 * (7 - i)).intValue();
      }
      byte[] out = new byte[43];
      Base62.write(words, out, 0, 43);
      assertThat(new String(out, US_ASCII)).isEqualTo(base62(number, 43));
    }
  }

  @Test
  void parse_ofWhatWasGenerated_isTheSameToken() {
    ClearToken token = format.generate();
    assertThat(format.parse(token.reveal())).contains(token);
  }

  @Test
  void parse_withAnyOneCharacterChanged_isNoToken() {
    String token = format.generate().reveal();
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'x' ? 'y' : 'x';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(format.parse(changed)).as("changed at %d", i).isEmpty();
    }
  }

  @Test
  void parse_ofATokenWithAnotherPrefix_isAToken() {
    ClearToken other = new TokenFormat("acme_").generate();
    assertThat(format.parse(other.reveal())).contains(other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_", "lkpat_", "lkpat", "hello", "ünïcödé", "\u0000", "a_b"})
  void parse_ofAnythingElse_isNoToken(String text) {
    assertThat(format.parse(text)).isEmpty();
  }

  @Test
  void parse_ofATokenWithMoreOrLessAroundIt_isNoToken() {
    String token = format.generate().reveal();
    assertThat(format.parse(token + "0")).isEmpty();
    assertThat(format.parse("0" + token)).isEmpty();
    assertThat(format.parse(" " + token)).isEmpty();
    assertThat(format.parse(token.substring(1))).isEmpty();
    assertThat(format.parse(token.substring(0, 54))).isEmpty();
    assertThat(format.parse(token.repeat(20_000))).isEmpty();
  }

  @Test
  void parse_ofAPrefixThatStartsWithADigit_isNoToken() {
    String text = "1a_" + "0".repeat(43);
    assertThat(format.parse(text + checksum(text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "_", "?", "@", "[", "`", "{", "/", ":", "\u0000", "é", "\u00ff"})
  void parse_ofWhatIsNoDigitUnderARightChecksum_isNoToken(String character) {
    String good = "lkpat_" + "0".repeat(43);
    for (int i = 0; i < good.length(); i++) {
      String text = good.substring(0, i) + character + good.substring(i + 1);
      if (!text.equals(good)) {
        assertThat(format.parse(text + checksum(text))).as("changed at %d", i).isEmpty();
      }
    }
    assertThat(format.parse(good + checksum(good))).isPresent();
  }

  @Test
  void parse_ofCharactersWhoseLowBytesAreAToken_isNoToken() {
    String token = format.generate().reveal();
    for (int i = 0; i < token.length(); i++) {
      String changed =
          token.substring(0, i) + (char) (token.charAt(i) + 0x100) + token.substring(i + 1);
      assertThat(format.parse(changed)).as("changed at %d", i).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a_", "lkpat_", "Abcdefghijklmnopqr9_", "x1_"})
  void prefix_ofALetterLettersDigitsAndUnderscore_isTaken(String prefix) {
    String token = new TokenFormat(prefix).generate().reveal();
    assertThat(token).startsWith(prefix);
    assertThat(format.parse(token)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_", "lkpat", "1a_", "a-b_", "a__", "abcdefghijklmnopqrst_", "ä_"})
  void prefix_ofAnythingElse_isRefused(String prefix) {
    assertThatIllegalArgumentException().isThrownBy(() -> new TokenFormat(prefix));
  }

  @Test
  void clearToken_showsItselfThroughRevealOnly() {
    ClearToken token = format.generate();
    assertThat(token).hasToString("ClearToken[redacted]");
    assertThat(token.hashCode()).isEqualTo(format.generate().hashCode());
    assertThat(token).isNotEqualTo(format.generate());
  }

  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(ISO_8859_1));
    return base62(BigInteger.valueOf(crc.getValue()), 6);
  }

  private static String base62(BigInteger number, int length) {
    StringBuilder out = new StringBuilder();
    BigInteger rest = number;
    for (int i = 0; i < length; i++) {
      BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(62));
      out.insert(0, DIGITS.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    assertThat(rest).isEqualTo(BigInteger.ZERO);
    return out.toString();
  }
}
