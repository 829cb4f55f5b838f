package io.latchkey.core.token;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers in the digits 0–9, A–Z, a–z, most significant first, padded with 0 to a fixed length. */
final class Base62 {

  private static final byte[] DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
          .getBytes(StandardCharsets.US_ASCII);

  /** 62⁵, the largest power that divides 32-bit words with a 64-bit dividend. */
  private static final long CHUNK = 916_132_832L;

  private static final int CHUNK_DIGITS = 5;

  private static final byte NO_DIGIT = -1;

  /** What each byte counts as a digit. */
  private static final byte[] VALUES = values();

  private Base62() {}

  private static byte[] values() {
    byte[] values = new byte[256];
    Arrays.fill(values, NO_DIGIT);
    for (int value = 0; value < DIGITS.length; value++) {
      values[DIGITS[value]] = (byte) value;
    }
    return values;
  }

  /** Writes the words, most significant first, into {@code out[from, to)}; destroys the words. */
  static void write(int[] words, byte[] out, int from, int to) {
    int at = to;
    while (at > from) {
      long remainder = 0;
      for (int i = 0; i < words.length; i++) {
        long dividend = (remainder << 32) | (words[i] & 0xFFFF_FFFFL);
        words[i] = (int) (dividend / CHUNK);
        remainder = dividend % CHUNK;
      }
      for (int digit = 0; digit < CHUNK_DIGITS && at > from; digit++) {
        out[--at] = DIGITS[(int) (remainder % 62)];
        remainder /= 62;
      }
    }
  }

  /**
   * The number that is written in {@code in[from, to)}, of which at most ten digits fit into the
   * answer; negative if one of the bytes is no digit.
   */
  static long read(byte[] in, int from, int to) {
    long number = 0;
    int missing = 0;
    for (int i = from; i < to; i++) {
      int value = VALUES[in[i] & 0xFF];
      missing |= value;
      number = number * DIGITS.length + value;
    }
    return missing < 0 ? NO_DIGIT : number;
  }

  /** Whether all bytes in {@code in[from, to)} are digits. */
  static boolean areDigits(byte[] in, int from, int to) {
    int missing = 0;
    for (int i = from; i < to; i++) {
      missing |= VALUES[in[i] & 0xFF];
    }
    return missing >= 0;
  }

  /** Whether a byte is one of the digits that are letters. */
  static boolean isLetter(byte character) {
    return VALUES[character & 0xFF] > 9;
  }
}
