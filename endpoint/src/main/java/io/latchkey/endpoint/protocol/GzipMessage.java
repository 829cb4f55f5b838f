package io.latchkey.endpoint.protocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** A message in gzip that is there as a whole. */
final class GzipMessage extends GZIPInputStream {

  /** The checksum and the length, which are read beside the decompressor. */
  private static final int TRAILER_BYTES = 8;

  /** All of it goes to the decompressor at once, so that this knows what is left. */
  GzipMessage(byte[] packed) throws IOException {
    super(new ByteArrayInputStream(packed), Math.max(packed.length, 1));
  }

  /**
   * Whether all of the message was in gzip. To be asked at its end: the JDK takes what is behind it
   * for nothing, without a word.
   */
  boolean isWhole() {
    return inf.getRemaining() == TRAILER_BYTES;
  }
}
