package io.latchkey.hibernate.imports;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a text file that must be UTF-8. */
final class Utf8File {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private Utf8File() {}

  static String read(Path file) {
    if (Files.isDirectory(file)) {
      throw new InvalidFile("is a directory, not a file");
    }
    if (!Files.exists(file)) {
      throw new InvalidFile("does not exist in " + file.toAbsolutePath().getParent());
    }
    try {
      return decode(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new InvalidFile("cannot be read: " + e.getClass().getSimpleName());
    }
  }

  /** By hand: the readers of the JDK tell neither line nor column of a byte that is wrong. */
  private static String decode(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
    String text = chars.flip().toString();
    if (result.isError()) {
      throw new InvalidFile(Position.after(text), "is not UTF-8");
    }
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }
}
