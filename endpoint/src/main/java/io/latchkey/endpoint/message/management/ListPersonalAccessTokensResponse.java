package io.latchkey.endpoint.message.management;

import static java.util.Objects.requireNonNull;

import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType.Scalar;
import io.latchkey.endpoint.schema.MessageType;
import java.time.Instant;
import java.util.List;

/**
 * {@code zitadel.management.v1.ListPersonalAccessTokensResponse}.
 *
 * @param totalResult how many tokens there are in all, 0 or more
 * @param viewTimestamp when the list was read
 * @param nextPageToken where the next page starts, an optional field of ours; empty to leave it out
 * @param result the tokens; copied
 */
public record ListPersonalAccessTokensResponse(
    long totalResult,
    Instant viewTimestamp,
    String nextPageToken,
    List<PersonalAccessToken> result) {

  /** {@code zitadel.v1.ListDetails}. */
  private record Details(long totalResult, Instant viewTimestamp, String nextPageToken) {

    private static final Field TOTAL_RESULT = Field.of(1, "total_result", Scalar.UINT64);

    /** Never set: there is no projection here that could lag behind. */
    private static final Field PROCESSED_SEQUENCE =
        Field.of(2, "processed_sequence", Scalar.UINT64);

    private static final Field VIEW_TIMESTAMP = Field.of(3, "view_timestamp", Scalar.TIMESTAMP);

    private static final Field NEXT_PAGE_TOKEN = Field.of(1000, "next_page_token", Scalar.STRING);

    static final MessageType<Details> TYPE =
        new MessageType<>(
            "zitadel.v1.ListDetails",
            List.of(TOTAL_RESULT, PROCESSED_SEQUENCE, VIEW_TIMESTAMP, NEXT_PAGE_TOKEN),
            values ->
                new Details(
                    values.number(TOTAL_RESULT),
                    values.instant(VIEW_TIMESTAMP).orElse(Instant.EPOCH),
                    values.text(NEXT_PAGE_TOKEN)),
            (details, values) ->
                values
                    .set(TOTAL_RESULT, details.totalResult())
                    .set(VIEW_TIMESTAMP, details.viewTimestamp())
                    .set(NEXT_PAGE_TOKEN, details.nextPageToken()));
  }

  private static final Field DETAILS = Field.of(1, "details", Details.TYPE);
  private static final Field RESULT = Field.listOf(2, "result", PersonalAccessToken.TYPE);

  /** The message. */
  public static final MessageType<ListPersonalAccessTokensResponse> TYPE =
      new MessageType<>(
          "zitadel.management.v1.ListPersonalAccessTokensResponse",
          List.of(DETAILS, RESULT),
          values -> {
            Details details = values.message(DETAILS, Details.TYPE).orElseThrow();
            return new ListPersonalAccessTokensResponse(
                details.totalResult(),
                details.viewTimestamp(),
                details.nextPageToken(),
                values.messages(RESULT, PersonalAccessToken.TYPE));
          },
          (response, values) -> {
            values.set(
                DETAILS,
                Details.TYPE.write(
                    new Details(
                        response.totalResult(),
                        response.viewTimestamp(),
                        response.nextPageToken())));
            response
                .result()
                .forEach(token -> values.add(RESULT, PersonalAccessToken.TYPE.write(token)));
          });

  /** Takes a copy. */
  public ListPersonalAccessTokensResponse {
    requireNonNull(viewTimestamp, "viewTimestamp");
    requireNonNull(nextPageToken, "nextPageToken");
    result = List.copyOf(result);
  }
}
