package io.latchkey.endpoint.resource;

import io.latchkey.endpoint.message.CallException;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a request's body, up to a limit far above any honest request. */
final class RequestBody {

  private static final int MAX_BYTES = 64 * 1024;

  private RequestBody() {}

  static byte[] read(InputStream in) {
    byte[] body;
    try {
      body = in.readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      throw CallException.malformed("the request body could not be read");
    }
    if (body.length > MAX_BYTES) {
      throw CallException.malformed("the request body is larger than " + MAX_BYTES + " bytes");
    }
    return body;
  }
}
