package io.latchkey.host.broken;

import static io.latchkey.host.broken.Bytes.hex;
import static io.latchkey.host.broken.Bytes.join;
import static io.latchkey.host.broken.Bytes.repeat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Messages that are none in the binary encoding of Protocol Buffers. */
final class BrokenMessages {

  /** {@code user_id: "ci"}. */
  static final byte[] OF_USER = hex("0a 02 6369");

  /** {@code user_id: "no-one"}. */
  static final byte[] OF_NO_USER = hex("0a 06 6e6f2d6f6e65");

  private static final int LIMIT = 64 * 1024;

  private final InputMedia media;
  private final List<BrokenInput> inputs = new ArrayList<>();

  private BrokenMessages(InputMedia media) {
    this.media = media;
  }

  static List<BrokenInput> in(InputMedia media) {
    BrokenMessages messages = new BrokenMessages(media);
    messages.addLengths();
    messages.addNumbers();
    messages.addWireTypes();
    messages.addValues();
    messages.addSizes();
    return messages.inputs;
  }

  private void addLengths() {
    add("field cut off", hex("0a 05 6369"), at(2, "truncated"));
    add("field of 4 GiB", hex("0a ffffffff0f 6369"), at(2, "truncated"));
    add("field of a negative length", hex("0a ffffffffffffffffff01 6369"), at(2, "truncated"));
    add("tag without a value", hex("0a 02 6369 12"), at(6, "truncated"));
    add("garbage behind the fields", hex("0a 02 6369 ff"), at(5, "truncated"));
    add("fixed number cut off", hex("0a 02 6369 2d 0000"), at(6, "truncated"));
  }

  private void addNumbers() {
    String overlong = "a number of more than 64 bits";
    add("varint of 11 bytes", hex("0a 02 6369 28 ffffffffffffffffffff01"), at(6, overlong));
    add("varint of 70 bits", hex("0a 02 6369 28 ffffffffffffffffff7f"), at(6, overlong));
    add("tag of 11 bytes", hex("0a 02 6369 ffffffffffffffffffff01"), at(5, overlong));
    add("varint cut off", hex("0a 02 6369 28 ffff"), at(6, "truncated"));
    add("field number 0", hex("0a 02 6369 00 00"), at(5, "no field has this number"));
    add(
        "field number of 30 bits",
        hex("0a 02 6369 8080808010 00"),
        at(5, "no field has this number"));
  }

  private void addWireTypes() {
    String other = "invalid value for field userId: of another wire type";
    for (int wireType : List.of(0, 1, 3, 4, 5, 6, 7)) {
      add(
          "a known field of wire type " + wireType,
          join(hex("12 00"), repeat(8 + wireType, 1), hex("00")),
          other);
    }
    for (int wireType : List.of(4, 6, 7)) {
      add(
          "an unknown field of wire type " + wireType,
          join(OF_USER, repeat(40 + wireType, 1), hex("00")),
          at(6, "no value can start here"));
    }
    add("group without an end", hex("0a 02 6369 2b"), at(6, "truncated"));
    add("group with another end", hex("0a 02 6369 2b 34"), at(7, "the end of another group"));
    add("60,000 groups in groups", join(OF_USER, repeat(43, 60_000)), at(70, "nested too deeply"));
  }

  private void addValues() {
    add("invalid UTF-8", hex("0a 02 c328"), at(3, "invalid UTF-8"));
    add("a surrogate in UTF-8", hex("0a 03 eda080"), at(3, "invalid UTF-8"));
    add(
        "a year that is none",
        hex("0a 02 6369 12 0b 08 ffffffffffffffffff00"),
        "invalid value for field expirationDate: not in the years 1 to 9999");
    add(
        "empty",
        new byte[0],
        "invalid AddPersonalAccessTokenRequest.UserId: value length must be at least 1 runes");
    add(
        "a field twice, of which the last counts",
        join(OF_USER, OF_NO_USER),
        Problem.NO_SUCH_USER,
        BrokenInput.USER_NOT_FOUND);
  }

  private void addSizes() {
    add(
        "exactly at the limit",
        filled(OF_NO_USER, LIMIT),
        Problem.NO_SUCH_USER,
        BrokenInput.USER_NOT_FOUND);
    String what = media.isFramed() ? "message" : "request body";
    add(
        "one byte above the limit",
        filled(OF_USER, LIMIT + 1),
        Problem.TOO_LARGE,
        "the " + what + " is larger than " + LIMIT + " bytes");
    add(
        "1 MiB",
        filled(OF_USER, 1 << 20),
        Problem.TOO_LARGE,
        media == InputMedia.GRPC_WEB_TEXT
            ? "the request body is larger than 87444 bytes"
            : "the " + what + " is larger than " + LIMIT + " bytes");
  }

  /** A message with an unknown field that fills it up to a length from 32 KiB to 2 MiB. */
  private static byte[] filled(byte[] message, int length) {
    int rest = length - message.length - 4;
    int lowest = 0x80 | (rest & 0x7F);
    int middle = 0x80 | ((rest >> 7) & 0x7F);
    return join(
        message,
        new byte[] {0x2a, (byte) lowest, (byte) middle, (byte) (rest >> 14)},
        new byte[rest]);
  }

  private static String at(int position, String problem) {
    return "syntax error at byte " + position + ": " + problem;
  }

  private void add(String breakage, byte[] message, String text) {
    add(breakage, message, Problem.INVALID, text);
  }

  private void add(String breakage, byte[] message, Problem problem, String text) {
    inputs.add(new BrokenInput(media, breakage, Map.of(), media.body(message), problem, text));
  }
}
