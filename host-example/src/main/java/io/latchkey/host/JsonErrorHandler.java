package io.latchkey.host;

import io.latchkey.endpoint.error.Errors;
import io.latchkey.endpoint.json.JsonCodec;
import io.latchkey.endpoint.message.Code;
import io.latchkey.endpoint.message.Status;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Errors that no resource has answered, an unknown path or a request that is no HTTP, in the form
 * of the wire contract.
 */
final class JsonErrorHandler extends ErrorHandler {

  private final JsonCodec codec = new JsonCodec();

  /** Whatever the method: an error without a body tells a client nothing. */
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.write(true, ByteBuffer.wrap(codec.write(Status.JSON_TYPE, status(code))), callback);
  }

  private static Status status(int http) {
    return switch (http) {
      case 404 -> Errors.NOT_FOUND;
      case 405 -> Errors.METHOD_NOT_ALLOWED;
      default ->
          new Status(
              http < 500 ? Code.INVALID_ARGUMENT : http == 503 ? Code.UNAVAILABLE : Code.INTERNAL,
              HttpStatus.getMessage(http),
              Optional.empty());
    };
  }
}
