package io.latchkey.host.broken;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** Makes the bytes of requests. */
final class Bytes {

  private static final HexFormat HEX = HexFormat.of();

  private Bytes() {}

  static byte[] hex(String digits) {
    return HEX.parseHex(digits.replace(" ", ""));
  }

  static byte[] text(String text) {
    return text.getBytes(UTF_8);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  static byte[] repeat(int value, int count) {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  /** A text with blanks behind it, up to a length. */
  static byte[] padded(String text, int length) {
    return join(text(text), repeat(' ', length - text(text).length));
  }

  static byte[] frame(int flag, byte[] content) {
    return frame(flag, content.length, content);
  }

  /** A frame that may lie about its length. */
  static byte[] frame(int flag, int length, byte[] content) {
    return ByteBuffer.allocate(5 + content.length)
        .put((byte) flag)
        .putInt(length)
        .put(content)
        .array();
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** The same bytes with one of them changed; a negative place counts from the end. */
  static byte[] flipped(byte[] bytes, int place) {
    byte[] flipped = bytes.clone();
    int at = place < 0 ? bytes.length + place : place;
    flipped[at] = (byte) ~flipped[at];
    return flipped;
  }

  static byte[] withoutEnd(byte[] bytes, int count) {
    return Arrays.copyOf(bytes, bytes.length - count);
  }
}
