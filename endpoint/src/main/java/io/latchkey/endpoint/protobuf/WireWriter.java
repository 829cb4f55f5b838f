package io.latchkey.endpoint.protobuf;

import java.io.ByteArrayOutputStream;

/** Writes the parts that messages are made of. */
final class WireWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

  WireWriter tag(int number, int wireType) {
    return varint(((long) number << 3) | wireType);
  }

  WireWriter varint(long value) {
    long left = value;
    while ((left & ~0x7FL) != 0) {
      out.write((int) ((left & 0x7F) | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
    return this;
  }

  /** The length first. */
  WireWriter block(byte[] bytes) {
    varint(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
