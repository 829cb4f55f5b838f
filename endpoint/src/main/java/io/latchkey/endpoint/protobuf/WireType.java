package io.latchkey.endpoint.protobuf;

import io.latchkey.endpoint.schema.EnumType;
import io.latchkey.endpoint.schema.FieldType;

/** How the value of a field is laid out on the wire. */
final class WireType {

  static final int VARINT = 0;
  static final int FIXED_64 = 1;
  static final int LENGTH = 2;
  static final int GROUP_START = 3;
  static final int GROUP_END = 4;
  static final int FIXED_32 = 5;

  private WireType() {}

  static int of(FieldType type) {
    if (type instanceof FieldType.Scalar scalar) {
      return switch (scalar) {
        case BOOL, UINT32, UINT64, INT32 -> VARINT;
        case STRING, BYTES, TIMESTAMP -> LENGTH;
      };
    }
    return type instanceof EnumType ? VARINT : LENGTH;
  }
}
