package io.latchkey.host.broken;

import static io.latchkey.host.broken.Bytes.frame;
import static io.latchkey.host.broken.Bytes.gzip;
import static io.latchkey.host.broken.Bytes.join;
import static io.latchkey.host.broken.Bytes.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Messages that are packed wrongly, or unpack to too much. */
final class BrokenPacking {

  private static final String NO_GZIP = "the message is not in gzip";
  private static final String LARGE = "the message is larger than 65536 bytes";
  private static final int MIB = 1 << 20;

  private final InputMedia media;
  private final List<BrokenInput> inputs = new ArrayList<>();

  private BrokenPacking(InputMedia media) {
    this.media = media;
  }

  /** A path of REST takes no packed bodies at all. */
  static List<BrokenInput> in(InputMedia media) {
    BrokenPacking packing = new BrokenPacking(media);
    if (media != InputMedia.REST_JSON) {
      packing.addGzip();
      packing.addOtherEncodings();
    }
    return packing.inputs;
  }

  private void addGzip() {
    byte[] packed = gzip(media.isJson() ? text("{\"userId\":\"ci\"}") : BrokenMessages.OF_USER);
    add("gzip bomb of 50 MiB", gzip(new byte[50 * MIB]), Problem.TOO_LARGE, LARGE);
    add("gzip of one byte above the limit", gzip(new byte[65_537]), Problem.TOO_LARGE, LARGE);
    add("gzip of 100,000 levels", gzip(text("[".repeat(100_000))), Problem.TOO_LARGE, LARGE);
    add("gzip that is none", text("{\"userId\":\"ci\"}"), Problem.INVALID, NO_GZIP);
    add("gzip of nothing", new byte[0], Problem.INVALID, NO_GZIP);
    add("gzip cut off", Bytes.withoutEnd(packed, 9), Problem.INVALID, NO_GZIP);
    add("gzip without its end", Bytes.withoutEnd(packed, 4), Problem.INVALID, NO_GZIP);
    add("gzip with a wrong checksum", Bytes.flipped(packed, -8), Problem.INVALID, NO_GZIP);
    add("gzip with a wrong length", Bytes.flipped(packed, -1), Problem.INVALID, NO_GZIP);
    add("gzip with broken data", Bytes.flipped(packed, 10), Problem.INVALID, NO_GZIP);
    add("garbage behind gzip", join(packed, text("x")), Problem.INVALID, NO_GZIP);
    add("much garbage behind gzip", join(packed, new byte[1000]), Problem.INVALID, NO_GZIP);
  }

  private void addOtherEncodings() {
    String other = "the message is packed in a way other than gzip";
    byte[] content = text("?");
    if (!media.isFramed()) {
      add("unknown encoding", Map.of("Content-Encoding", "br"), content, Problem.NOT_TAKEN, other);
      return;
    }
    byte[] frame = media.framed(frame(1, content));
    add("unknown encoding", Map.of("grpc-encoding", "br"), frame, Problem.NOT_TAKEN, other);
    // gRPC's own rule: such a message "MUST fail with INTERNAL status".
    String none = "the message is packed, but no header says how";
    add("packed without an encoding", Map.of(), frame, Problem.INTERNAL, none);
    add(
        "packed with no encoding",
        Map.of("grpc-encoding", "identity"),
        frame,
        Problem.INTERNAL,
        none);
  }

  private void add(String breakage, byte[] packed, Problem problem, String message) {
    if (media.isFramed()) {
      byte[] body = media.framed(frame(1, packed));
      add(breakage, Map.of("grpc-encoding", "gzip"), body, problem, message);
    } else {
      add(breakage, Map.of("Content-Encoding", "gzip"), packed, problem, message);
    }
  }

  private void add(
      String breakage, Map<String, String> headers, byte[] body, Problem problem, String message) {
    inputs.add(new BrokenInput(media, breakage, headers, body, problem, message));
  }
}
