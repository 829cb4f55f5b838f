package io.latchkey.core.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What a token looks like: a prefix that tells whose brand it is, 43 base62 digits of 256 random
 * bits, and 6 base62 digits of the CRC-32 of all that stands before them.
 *
 * <p>{@code [A-Za-z][A-Za-z0-9]{0,18}_[0-9A-Za-z]{49}} finds tokens in texts, a double click
 * selects one, and one that was mistyped or cut off is refused before any look-up.
 *
 * <p>Immutable, and thread-safe with it.
 */
public final class TokenFormat {

  /** The prefix of a host that did not choose one. */
  public static final String DEFAULT_PREFIX = "lkpat_";

  private static final int RANDOM_DIGITS = 43;
  private static final int CHECKSUM_DIGITS = 6;
  private static final int SUFFIX_DIGITS = RANDOM_DIGITS + CHECKSUM_DIGITS;
  private static final int MAX_PREFIX = 20;

  private final byte[] prefix;
  private final SecureRandom random;

  /**
   * Creates a format.
   *
   * @param prefix a letter, up to 18 letters and digits, and an underscore
   */
  public TokenFormat(String prefix) {
    if (!requireNonNull(prefix, "prefix").matches("[A-Za-z][A-Za-z0-9]{0,18}_")) {
      throw new IllegalArgumentException(
          "must be a letter, up to 18 letters and digits, and an underscore");
    }
    this.prefix = prefix.getBytes(US_ASCII);
    this.random = new SecureRandom();
  }

  /**
   * Makes a new token from 256 random bits of {@link SecureRandom}.
   *
   * @return a token that has never been before
   */
  public ClearToken generate() {
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    int[] words = new int[8];
    ByteBuffer.wrap(bits).asIntBuffer().get(words);
    byte[] token = Arrays.copyOf(prefix, prefix.length + SUFFIX_DIGITS);
    int checksumAt = token.length - CHECKSUM_DIGITS;
    Base62.write(words, token, prefix.length, checksumAt);
    Base62.write(new int[] {(int) checksum(token)}, token, checksumAt, token.length);
    return new ClearToken(token);
  }

  /**
   * Recognises a token: its form and its checksum. Tokens with another prefix are recognised too,
   * so that a host can change its brand and keep its tokens.
   *
   * @param text what a client has sent; of any length and any characters
   * @return the token; absent if the text is none
   */
  public Optional<ClearToken> parse(String text) {
    return outline(text).filter(this::isIntact);
  }

  /**
   * Takes for a token what has the length of one and the underscore in its place; the rest may be
   * anything. For who can tell by other means whether it is {@linkplain #isIntact intact}.
   *
   * @param text what a client has sent; of any length and any characters
   * @return what may be a token; absent if the text is none
   */
  public Optional<ClearToken> outline(String text) {
    int prefixLength = text.length() - SUFFIX_DIGITS;
    if (prefixLength < 2 || prefixLength > MAX_PREFIX || text.charAt(prefixLength - 1) != '_') {
      return Optional.empty();
    }
    // Of a character that a byte cannot hold it makes a question mark, which is no digit either.
    return Optional.of(new ClearToken(text.getBytes(ISO_8859_1)));
  }

  /**
   * Sees whether all characters are those of a token, and the checksum is right.
   *
   * @param outline what has the length of a token
   * @return whether it is one
   */
  public boolean isIntact(ClearToken outline) {
    byte[] token = outline.ascii();
    int prefixLength = token.length - SUFFIX_DIGITS;
    int checksumAt = token.length - CHECKSUM_DIGITS;
    return checksum(token) == Base62.read(token, checksumAt, token.length)
        && Base62.isLetter(token[0])
        && Base62.areDigits(token, 1, prefixLength - 1)
        && Base62.areDigits(token, prefixLength, checksumAt);
  }

  /** The CRC-32 of all before the checksum: 0 or more, and less than 2³². */
  private static long checksum(byte[] token) {
    CRC32 crc = new CRC32();
    crc.update(token, 0, token.length - CHECKSUM_DIGITS);
    return crc.getValue();
  }
}
