package io.latchkey.host.protocol;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;

/** Reads a {@code google.rpc.Status} by its field numbers. */
final class RpcStatusReader {

  private RpcStatusReader() {}

  static String codeAndMessage(byte[] status) throws InvalidProtocolBufferException {
    UnknownFieldSet fields = UnknownFieldSet.parseFrom(status);
    return fields.getField(1).getVarintList().get(0)
        + " "
        + fields.getField(2).getLengthDelimitedList().get(0).toStringUtf8();
  }

  static ByteString detail(byte[] status) throws InvalidProtocolBufferException {
    ByteString any = UnknownFieldSet.parseFrom(status).getField(3).getLengthDelimitedList().get(0);
    UnknownFieldSet fields = UnknownFieldSet.parseFrom(any);
    String type = fields.getField(1).getLengthDelimitedList().get(0).toStringUtf8();
    if (!type.equals("type.googleapis.com/zitadel.v1.ErrorDetail")) {
      throw new AssertionError("a detail of type " + type);
    }
    return fields.getField(2).getLengthDelimitedList().get(0);
  }
}
