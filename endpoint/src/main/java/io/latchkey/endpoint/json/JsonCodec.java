package io.latchkey.endpoint.json;

import io.latchkey.endpoint.message.AddPersonalAccessTokenRequest;
import io.latchkey.endpoint.message.AddPersonalAccessTokenResponse;
import io.latchkey.endpoint.message.Codec;
import io.latchkey.endpoint.message.ObjectDetails;
import io.latchkey.endpoint.message.Status;

/**
 * Reads and writes {@code application/json}.
 *
 * <p>Thread-safe.
 */
public final class JsonCodec implements Codec {

  private static final String ERROR_DETAIL = "type.googleapis.com/zitadel.v1.ErrorDetail";

  /** Creates a codec. */
  public JsonCodec() {}

  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public AddPersonalAccessTokenRequest readAddPersonalAccessTokenRequest(byte[] body) {
    MessageReader in = MessageReader.of(body);
    return new AddPersonalAccessTokenRequest(
        in.string("userId", "user_id").orElse(""),
        in.timestamp("expirationDate", "expiration_date"),
        in.string("name", "name"));
  }

  @Override
  public byte[] write(AddPersonalAccessTokenResponse response) {
    return JsonWriter.object(
        out ->
            out.string("tokenId", Long.toString(response.tokenId()))
                .string("token", response.token().reveal())
                .message("details", details -> write(details, response.details())));
  }

  @Override
  public byte[] write(Status status) {
    return JsonWriter.object(
        out -> {
          out.number("code", status.code().number()).string("message", status.message());
          status
              .detail()
              .ifPresent(
                  detail ->
                      out.single(
                          "details",
                          any ->
                              any.string("@type", ERROR_DETAIL)
                                  .string("id", detail.id())
                                  .string("message", detail.message())));
        });
  }

  private static void write(JsonWriter out, ObjectDetails details) {
    out.string("sequence", Long.toString(details.sequence()))
        .string("creationDate", Rfc3339.format(details.creationDate()))
        .string("changeDate", Rfc3339.format(details.changeDate()))
        .string("resourceOwner", details.resourceOwner());
  }
}
