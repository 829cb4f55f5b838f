package io.latchkey.endpoint.error;

import io.latchkey.core.service.Refusal;
import io.latchkey.endpoint.message.Code;
import io.latchkey.endpoint.message.Status;
import io.latchkey.endpoint.message.Status.ErrorDetail;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import java.util.Optional;

/**
 * The errors of the wire contract, each in one place. Ids that start with {@code LATCHKEY-} are
 * ours.
 */
public final class Errors {

  /** No Authorization header. */
  public static final Status AUTH_HEADER_MISSING =
      plain(Code.UNAUTHENTICATED, "auth header missing");

  /** The Authorization header is no Bearer credential. */
  public static final Status AUTH_HEADER_INVALID =
      domain(Code.UNAUTHENTICATED, "AUTH-toLo1", "invalid auth header");

  /** The token is unknown, malformed, expired or removed, or its owner may not act. */
  public static final Status TOKEN_INVALID =
      domain(Code.UNAUTHENTICATED, "AUTH-7fs1e", "Errors.Token.Invalid");

  /** A defect of ours; what it is stands in the log. */
  public static final Status INTERNAL = plain(Code.INTERNAL, "internal error");

  /** A known path with a method that it does not have. Its HTTP status is 405. */
  public static final Status METHOD_NOT_ALLOWED = plain(Code.UNIMPLEMENTED, "Method Not Allowed");

  /** A call that the service does not have. */
  public static final Status CALL_UNKNOWN =
      plain(Code.UNIMPLEMENTED, "the service has no such call");

  /** A resource that does not say what its caller needs, so that nobody may use it. */
  public static final Status UNCLASSIFIED = plain(Code.PERMISSION_DENIED, "not open to anyone");

  /** A content type in which no call by its name is made. Its HTTP status is 415. */
  public static final Status MEDIA_TYPE_UNKNOWN =
      plain(Code.INVALID_ARGUMENT, "Unsupported Media Type");

  /** An unknown path. */
  public static final Status NOT_FOUND = plain(Code.NOT_FOUND, "Not Found");

  /** A filter of a search that filters by nothing. */
  public static final Status FILTER_EMPTY =
      domain(Code.INVALID_ARGUMENT, "GRPC-vR9nC", "List.Query.Invalid");

  /** A search with more filters than anybody needs. */
  public static final Status FILTERS_TOO_MANY =
      domain(Code.INVALID_ARGUMENT, "LATCHKEY-Fl7mx", "Too many filters");

  /** A page that would be larger than any may be. */
  public static final Status LIMIT_EXCEEDED =
      domain(Code.INVALID_ARGUMENT, "QUERY-4M0fs", "Limit exceeded");

  /** There is no such token to be shown. */
  public static final Status TOKEN_NOT_SHOWN =
      domain(Code.NOT_FOUND, "QUERY-fRunu", "Errors.PersonalAccessToken.NotFound");

  private Errors() {}

  /**
   * The error of a field that is too short or too long.
   *
   * @param field the message and the field, such as {@code AddPersonalAccessTokenRequest.UserId}
   * @param rule what is asked of it
   * @return the status to be answered
   */
  public static Status invalid(String field, String rule) {
    return plain(Code.INVALID_ARGUMENT, "invalid " + field + ": " + rule);
  }

  /**
   * The error of a refusal.
   *
   * @param refusal why the core refuses
   * @return the status to be answered
   */
  public static Status of(Refusal refusal) {
    return switch (refusal) {
      case ORGANIZATION_UNKNOWN ->
          domain(Code.PERMISSION_DENIED, "AUTH-Bs7Ds", "Organisation doesn't exist");
      case CALLER_NOT_MEMBER -> domain(Code.NOT_FOUND, "AUTHZ-cdgFk", "membership not found");
      case PERMISSION_MISSING ->
          domain(Code.PERMISSION_DENIED, "AUTH-5mWD2", "No matching permissions found");
      case NOT_SELF_AND_NOT_PERMITTED ->
          domain(Code.PERMISSION_DENIED, "AUTH-AWfge", "No matching permissions found");
      case USER_ID_EMPTY ->
          invalid("AddPersonalAccessTokenRequest.UserId", "value length must be at least 1 runes");
      case EXPIRATION_MISSING ->
          invalid("AddPersonalAccessTokenRequest.ExpirationDate", "value is required");
      case EXPIRATION_PASSED ->
          domain(Code.INVALID_ARGUMENT, "DOMAIN-dv3t5", "Errors.AuthNKey.ExpireBeforeNow");
      case USER_UNKNOWN ->
          domain(Code.FAILED_PRECONDITION, "COMMAND-Dggw2", "User could not be found");
      case USER_NOT_MACHINE ->
          domain(Code.FAILED_PRECONDITION, "COMMAND-Df2f1", "Not allowed for this user type");
      case USER_NOT_ACTIVE -> domain(Code.FAILED_PRECONDITION, "LATCHKEY-Ua7st", "User not active");
      case CURSOR_UNKNOWN ->
          domain(Code.INVALID_ARGUMENT, "LATCHKEY-Pt0kn", "Page token of another list");
      case TOKEN_UNKNOWN ->
          domain(Code.NOT_FOUND, "COMMAND-4m77G", "Personal Access Token not found");
    };
  }

  /**
   * The error of a provider that could not tell. What went wrong is for the log, not for the
   * client.
   *
   * @param exception what the provider has thrown
   * @return the status to be answered
   */
  public static Status of(ProviderUnavailableException exception) {
    return exception.effect() == Effect.NONE
        ? domain(Code.UNAVAILABLE, "LATCHKEY-Un4vl", "Service unavailable, nothing was changed")
        : domain(
            Code.UNAVAILABLE,
            "LATCHKEY-Un7kn",
            "Service unavailable, the change may have been made all the same");
  }

  private static Status plain(Code code, String text) {
    return new Status(code, text, Optional.empty());
  }

  private static Status domain(Code code, String id, String text) {
    return new Status(code, text + " (" + id + ")", Optional.of(new ErrorDetail(id, text)));
  }
}
