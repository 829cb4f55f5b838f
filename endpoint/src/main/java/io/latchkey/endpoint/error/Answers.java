package io.latchkey.endpoint.error;

import static java.util.Objects.requireNonNull;

import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.message.Codec;
import io.latchkey.endpoint.message.Status;
import io.latchkey.spi.ProviderUnavailableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/**
 * Makes the HTTP answer of a call: its result, or the error that ended it. Every answer says {@code
 * Cache-Control: no-store}.
 *
 * <p>Thread-safe.
 */
public final class Answers {

  private static final System.Logger LOG = System.getLogger(Answers.class.getName());

  private final Codec codec;

  /**
   * Creates it.
   *
   * @param codec writes errors
   */
  public Answers(Codec codec) {
    this.codec = requireNonNull(codec, "codec");
  }

  /**
   * Makes a call.
   *
   * @param call gives the body of the answer
   * @return 200 with that body, or the error that ended the call
   */
  public Response of(Supplier<byte[]> call) {
    try {
      return response(Response.Status.OK.getStatusCode(), call.get()).build();
    } catch (RuntimeException e) {
      return failure(e);
    }
  }

  /**
   * The answer of a call that has failed.
   *
   * @param exception what ended it
   * @return an error
   */
  public Response failure(RuntimeException exception) {
    if (exception instanceof CallException e) {
      Response.ResponseBuilder response = error(e.status());
      e.challenge()
          .ifPresent(challenge -> response.header(HttpHeaders.WWW_AUTHENTICATE, challenge));
      return response.build();
    }
    if (exception instanceof ProviderUnavailableException e) {
      LOG.log(Level.WARNING, "could not tell: {0}", e.getMessage());
      LOG.log(Level.DEBUG, "could not tell", e);
      return error(Errors.of(e)).build();
    }
    LOG.log(Level.ERROR, "a call ended in a defect", exception);
    return error(Errors.INTERNAL).build();
  }

  /**
   * The answer of a known path to a method that it does not have.
   *
   * @param allowed the methods that it has
   * @return 405
   */
  public Response methodNotAllowed(String... allowed) {
    Status status = Errors.METHOD_NOT_ALLOWED;
    return response(Response.Status.METHOD_NOT_ALLOWED.getStatusCode(), codec.write(status))
        .allow(allowed)
        .build();
  }

  private Response.ResponseBuilder error(Status status) {
    return response(status.code().httpStatus(), codec.write(status));
  }

  private Response.ResponseBuilder response(int status, byte[] body) {
    return Response.status(status)
        .type(codec.mediaType())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(body);
  }
}
