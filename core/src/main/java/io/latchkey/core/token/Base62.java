package io.latchkey.core.token;

import java.nio.charset.StandardCharsets;

/** Numbers in the digits 0–9, A–Z, a–z, most significant first, padded with 0 to a fixed length. */
final class Base62 {

  private static final byte[] DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
          .getBytes(StandardCharsets.US_ASCII);

  /** 62⁵, the largest power that divides 32-bit words with a 64-bit dividend. */
  private static final long CHUNK = 916_132_832L;

  private static final int CHUNK_DIGITS = 5;

  private Base62() {}

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

  static boolean isDigit(int character) {
    return (character >= '0' && character <= '9') || isLetter(character);
  }

  static boolean isLetter(int character) {
    return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z');
  }
}
