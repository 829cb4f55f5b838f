package io.latchkey.host.broken;

import static io.latchkey.host.broken.BrokenMessages.OF_USER;
import static io.latchkey.host.broken.Bytes.frame;
import static io.latchkey.host.broken.Bytes.hex;
import static io.latchkey.host.broken.Bytes.join;
import static io.latchkey.host.broken.Bytes.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodies that are not the one frame of gRPC and gRPC-web. */
final class BrokenFrames {

  private static final String SHORT = "the message is shorter than it says";
  private static final String LARGE = "the message is larger than 65536 bytes";
  private static final String MORE = "the call takes one message, but more came";

  private final InputMedia media;
  private final List<BrokenInput> inputs = new ArrayList<>();

  private BrokenFrames(InputMedia media) {
    this.media = media;
  }

  static List<BrokenInput> in(InputMedia media) {
    BrokenFrames frames = new BrokenFrames(media);
    frames.addLengths();
    frames.addCounts();
    frames.addFlags();
    if (media == InputMedia.GRPC_WEB_TEXT) {
      frames.addBase64();
    }
    return frames.inputs;
  }

  private void addLengths() {
    add("prefix cut off", hex("000000"), Problem.INVALID, SHORT);
    add("prefix alone", hex("0000000004"), Problem.INVALID, SHORT);
    add("frame cut off", Bytes.withoutEnd(frame(0, OF_USER), 1), Problem.INVALID, SHORT);
    Map<String, Integer> tooLong = new LinkedHashMap<>();
    tooLong.put("prefix that says one byte more", OF_USER.length + 1);
    tooLong.put("prefix that says 64 KiB", 64 * 1024);
    tooLong.forEach(
        (breakage, length) -> add(breakage, frame(0, length, OF_USER), Problem.INVALID, SHORT));
    Map<String, Integer> tooLarge = new LinkedHashMap<>();
    tooLarge.put("prefix that says 64 KiB and a byte", 64 * 1024 + 1);
    tooLarge.put("prefix of 0x7fffffff", Integer.MAX_VALUE);
    tooLarge.put("prefix of 0x80000000", Integer.MIN_VALUE);
    tooLarge.put("prefix of 0xffffffff", -1);
    tooLarge.forEach(
        (breakage, length) -> add(breakage, frame(0, length, OF_USER), Problem.TOO_LARGE, LARGE));
  }

  private void addCounts() {
    add("no frame", new byte[0], Problem.NOT_TAKEN, "the call takes one message, but none came");
    add("two frames", join(frame(0, OF_USER), frame(0, OF_USER)), Problem.NOT_TAKEN, MORE);
    add("garbage behind the frame", join(frame(0, OF_USER), hex("ff")), Problem.NOT_TAKEN, MORE);
    add("prefix that says one byte less", frame(0, 3, OF_USER), Problem.NOT_TAKEN, MORE);
    add("prefix that says 0", frame(0, 0, OF_USER), Problem.NOT_TAKEN, MORE);
  }

  private void addFlags() {
    for (int flag : List.of(2, 3, 0x7f, 0x80, 0x81, 0xfe, 0xff)) {
      add("flag " + flag, frame(flag, OF_USER), Problem.INVALID, "the message has an unknown flag");
    }
  }

  private void addBase64() {
    String none = "the body is not in base64";
    for (String body : List.of("A", "AAAAA", "====", "AA=A", "AAAA*AAA", "AAAA\r\nAA==")) {
      inputs.add(
          new BrokenInput(
              media,
              "base64 that is none, " + body.replace("\r\n", "…"),
              Map.of(),
              text(body),
              Problem.INVALID,
              none));
    }
  }

  private void add(String breakage, byte[] frames, Problem problem, String message) {
    inputs.add(new BrokenInput(media, breakage, Map.of(), media.framed(frames), problem, message));
  }
}
