package io.latchkey.endpoint.protocol;

import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.message.Code;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a request's body, up to a limit far above any honest request. */
final class RequestBody {

  /** Of a body, and of a message that is unpacked. */
  static final int MAX_BYTES = 64 * 1024;

  /**
   * What is read of a larger body, and thrown away: a server that stops reading has to close the
   * connection, and the client may lose the answer with it.
   */
  private static final int MAX_SKIPPED = 4 * 1024 * 1024;

  private RequestBody() {}

  /** All of a body; one that is too large is an error with the code. */
  static byte[] read(InputStream in, int maxBytes, Code tooLarge) {
    byte[] body;
    try {
      body = in.readNBytes(maxBytes + 1);
      if (body.length > maxBytes) {
        skip(in);
      }
    } catch (IOException e) {
      throw CallException.malformed("the request body could not be read");
    }
    if (body.length > maxBytes) {
      throw CallException.of(tooLarge, "the request body is larger than " + maxBytes + " bytes");
    }
    return body;
  }

  /**
   * Unpacks a message, and stops at the limit, whatever the rest would unpack to. What is not
   * wholly in gzip is an error.
   */
  static byte[] unzip(byte[] packed) {
    try (GzipMessage in = new GzipMessage(packed)) {
      byte[] message = in.readNBytes(MAX_BYTES + 1);
      if (message.length > MAX_BYTES) {
        throw CallException.of(
            Code.RESOURCE_EXHAUSTED, "the message is larger than " + MAX_BYTES + " bytes");
      }
      if (!in.isWhole()) {
        throw notGzip();
      }
      return message;
    } catch (IOException e) {
      throw notGzip();
    }
  }

  private static CallException notGzip() {
    return CallException.malformed("the message is not in gzip");
  }

  /** Reads on to the end, or for long enough. */
  static void skip(InputStream in) throws IOException {
    byte[] buffer = new byte[8 * 1024];
    int left = MAX_SKIPPED;
    while (left > 0) {
      int count = in.read(buffer);
      left = count < 0 ? 0 : left - count;
    }
  }
}
