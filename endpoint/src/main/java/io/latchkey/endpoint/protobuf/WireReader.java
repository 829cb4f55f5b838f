package io.latchkey.endpoint.protobuf;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.endpoint.message.CallException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/** Reads the parts that messages are made of, within their bounds. Errors tell the position. */
final class WireReader {

  /** Of groups in groups; nobody writes groups any more. */
  private static final int MAX_DEPTH = 64;

  private static final int MAX_VARINT_SHIFT = 63;

  private final byte[] bytes;
  private final int end;
  private int at;

  WireReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private WireReader(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  boolean atEnd() {
    return at == end;
  }

  /** The number of a field, from 1, times 8, plus its wire type. */
  int tag() {
    int start = at;
    long tag = varint();
    if (tag < 1L << 3 || tag >= 1L << 32) {
      throw error(start, "no field has this number");
    }
    return (int) tag;
  }

  /** Up to 64 bits in at most ten bytes. */
  long varint() {
    int start = at;
    long value = 0;
    for (int shift = 0; shift <= MAX_VARINT_SHIFT; shift += 7) {
      if (at == end) {
        throw error(start, "truncated");
      }
      byte part = bytes[at++];
      value |= (part & 0x7FL) << shift;
      if (part >= 0) {
        if (shift == MAX_VARINT_SHIFT && part > 1) {
          break;
        }
        return value;
      }
    }
    throw error(start, "a number of more than 64 bits");
  }

  /** What follows its own length. */
  WireReader block() {
    int start = at;
    long length = varint();
    if (length < 0 || length > end - at) {
      throw error(start, "truncated");
    }
    WireReader block = new WireReader(bytes, at, at + (int) length);
    at += (int) length;
    return block;
  }

  /** All that is left, as text. */
  String text() {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, end - at)).toString();
      at = end;
      return text;
    } catch (CharacterCodingException e) {
      throw error(at, "invalid UTF-8");
    }
  }

  /** All that is left. */
  byte[] rest() {
    byte[] rest = Arrays.copyOfRange(bytes, at, end);
    at = end;
    return rest;
  }

  /** Passes over the value of an unknown field. */
  void skip(int tag) {
    skip(tag, 0);
  }

  private void skip(int tag, int depth) {
    switch (tag & 7) {
      case WireType.VARINT -> varint();
      case WireType.FIXED_64 -> skipBytes(8);
      case WireType.LENGTH -> block();
      case WireType.GROUP_START -> skipGroup(tag >>> 3, depth + 1);
      case WireType.FIXED_32 -> skipBytes(4);
      default -> throw error(at, "no value can start here");
    }
  }

  private void skipGroup(int number, int depth) {
    if (depth > MAX_DEPTH) {
      throw error(at, "nested too deeply");
    }
    while (true) {
      int tag = tag();
      if ((tag & 7) == WireType.GROUP_END) {
        if (tag >>> 3 != number) {
          throw error(at, "the end of another group");
        }
        return;
      }
      skip(tag, depth);
    }
  }

  private void skipBytes(int count) {
    if (count > end - at) {
      throw error(at, "truncated");
    }
    at += count;
  }

  CallException error(String problem) {
    return error(at, problem);
  }

  private static CallException error(int position, String problem) {
    return CallException.malformed("syntax error at byte " + (position + 1) + ": " + problem);
  }
}
