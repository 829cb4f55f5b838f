package io.latchkey.endpoint.protocol;

import io.latchkey.endpoint.message.Code;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What a body comes to: a message, or a refusal. Found by counting bytes, without streams.
 *
 * @param message the message in hexadecimal; absent if it is refused
 * @param code why it is refused; absent if it is not
 */
record Frame(Optional<String> message, Optional<Code> code) {

  /** What is not found by hand: gzip with names and comments, or with more gzip behind it. */
  static final Frame UNDECIDED = new Frame(Optional.empty(), Optional.empty());

  private static final int PREFIX = 5;
  private static final int MAX = 65_536;
  private static final int GZIP_HEADER = 10;
  private static final int GZIP_TRAILER = 8;

  static Frame of(byte[] message) {
    return new Frame(Optional.of(HexFormat.of().formatHex(message)), Optional.empty());
  }

  static Frame refused(Code code) {
    return new Frame(Optional.empty(), Optional.of(code));
  }

  /** As gRPC has it. */
  static Frame read(byte[] body, boolean gzip) {
    if (body.length < PREFIX) {
      return refused(body.length == 0 ? Code.UNIMPLEMENTED : Code.INVALID_ARGUMENT);
    }
    if (body[0] != 0 && body[0] != 1) {
      return refused(Code.INVALID_ARGUMENT);
    }
    long length = number(body, 1, ByteOrder.BIG_ENDIAN);
    if (length > MAX) {
      return refused(Code.RESOURCE_EXHAUSTED);
    }
    if (body.length < PREFIX + length) {
      return refused(Code.INVALID_ARGUMENT);
    }
    Frame frame = of(Arrays.copyOfRange(body, PREFIX, PREFIX + (int) length));
    if (body[0] == 1) {
      byte[] packed = HexFormat.of().parseHex(frame.message().orElseThrow());
      frame = gzip ? unzip(packed) : refused(Code.INTERNAL);
    }
    if (frame.message().isEmpty()) {
      return frame;
    }
    return body.length == PREFIX + length ? frame : refused(Code.UNIMPLEMENTED);
  }

  /** The same in base64, each four characters by themselves. */
  static Frame readText(byte[] body, boolean gzip) {
    if (body.length % 4 != 0) {
      return refused(Code.INVALID_ARGUMENT);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < body.length; i += 4) {
      try {
        bytes.writeBytes(Base64.getDecoder().decode(Arrays.copyOfRange(body, i, i + 4)));
      } catch (IllegalArgumentException e) {
        return refused(Code.INVALID_ARGUMENT);
      }
    }
    return read(bytes.toByteArray(), gzip);
  }

  /** RFC 1952: ten bytes, the packed ones, and four of the checksum and of the length each. */
  static Frame unzip(byte[] packed) {
    if (!startsGzip(packed, 0)) {
      return refused(Code.INVALID_ARGUMENT);
    }
    if (packed[3] != 0) {
      return UNDECIDED;
    }
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed, GZIP_HEADER, packed.length - GZIP_HEADER);
      byte[] out = new byte[MAX + 1];
      int count = 0;
      int step;
      while (count <= MAX && (step = inflater.inflate(out, count, MAX + 1 - count)) > 0) {
        count += step;
      }
      if (count > MAX) {
        return refused(Code.RESOURCE_EXHAUSTED);
      }
      if (!inflater.finished() || inflater.getRemaining() < GZIP_TRAILER) {
        return refused(Code.INVALID_ARGUMENT);
      }
      int trailer = packed.length - inflater.getRemaining();
      CRC32 crc = new CRC32();
      crc.update(out, 0, count);
      if (crc.getValue() != number(packed, trailer, ByteOrder.LITTLE_ENDIAN)
          || count != number(packed, trailer + 4, ByteOrder.LITTLE_ENDIAN)) {
        return refused(Code.INVALID_ARGUMENT);
      }
      if (inflater.getRemaining() == GZIP_TRAILER) {
        return of(Arrays.copyOf(out, count));
      }
      return startsGzip(packed, trailer + GZIP_TRAILER)
          ? UNDECIDED
          : refused(Code.INVALID_ARGUMENT);
    } catch (DataFormatException e) {
      return refused(Code.INVALID_ARGUMENT);
    } finally {
      inflater.end();
    }
  }

  private static boolean startsGzip(byte[] bytes, int at) {
    return bytes.length - at >= GZIP_HEADER
        && bytes[at] == 0x1F
        && bytes[at + 1] == (byte) 0x8B
        && bytes[at + 2] == 8;
  }

  private static long number(byte[] bytes, int at, ByteOrder order) {
    return Integer.toUnsignedLong(ByteBuffer.wrap(bytes).order(order).getInt(at));
  }
}
