package io.latchkey.endpoint.schema;

/** The type of a field. */
public sealed interface FieldType permits FieldType.Scalar, EnumType, MessageType {

  /** The types that stand for themselves. */
  enum Scalar implements FieldType {
    /** A {@link String} of valid Unicode. */
    STRING,
    /** A {@link Boolean}. */
    BOOL,
    /** A {@link Long}, 0 to 2³²−1. */
    UINT32,
    /** A {@link Long}, of which the bits count: negative from 2⁶³ on. */
    UINT64,
    /** An {@link Integer}. */
    INT32,
    /** A {@code byte[]}. */
    BYTES,
    /** {@code google.protobuf.Timestamp}: an {@link java.time.Instant} in the years 1 to 9999. */
    TIMESTAMP
  }
}
