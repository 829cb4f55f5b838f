package io.latchkey.endpoint.resource;

import io.latchkey.endpoint.message.CallException;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a request's body, up to a limit far above any honest request. */
final class RequestBody {

  private static final int MAX_BYTES = 64 * 1024;

  /**
   * What is read of a larger body, and thrown away: a server that stops reading has to close the
   * connection, and the client may lose the answer with it.
   */
  private static final int MAX_SKIPPED = 4 * 1024 * 1024;

  private RequestBody() {}

  static byte[] read(InputStream in) {
    byte[] body;
    try {
      body = in.readNBytes(MAX_BYTES + 1);
      if (body.length > MAX_BYTES) {
        skip(in);
      }
    } catch (IOException e) {
      throw CallException.malformed("the request body could not be read");
    }
    if (body.length > MAX_BYTES) {
      throw CallException.malformed("the request body is larger than " + MAX_BYTES + " bytes");
    }
    return body;
  }

  private static void skip(InputStream in) throws IOException {
    byte[] buffer = new byte[8 * 1024];
    int left = MAX_SKIPPED;
    while (left > 0) {
      int count = in.read(buffer);
      left = count < 0 ? 0 : left - count;
    }
  }
}
