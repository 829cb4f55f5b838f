package io.latchkey.tck.http;

import java.util.Optional;

/**
 * A way in which a call is refused, as the wire contract lists them.
 *
 * @param status the HTTP status
 * @param code the gRPC code
 * @param id the id; absent for what is refused before the domain is asked
 * @param text the message, without the id
 */
record Outcome(int status, int code, Optional<String> id, String text) {

  static final Outcome NO_CREDENTIAL = of(401, 16, "auth header missing");
  static final Outcome NO_BEARER = of(401, 16, "AUTH-toLo1", "invalid auth header");
  static final Outcome INVALID_TOKEN = of(401, 16, "AUTH-7fs1e", "Errors.Token.Invalid");
  static final Outcome UNKNOWN_ORGANIZATION =
      of(403, 7, "AUTH-Bs7Ds", "Organisation doesn't exist");
  static final Outcome NO_MEMBERSHIP = of(404, 5, "AUTHZ-cdgFk", "membership not found");
  static final Outcome NO_PERMISSION = of(403, 7, "AUTH-5mWD2", "No matching permissions found");
  static final Outcome EXPIRED_BEFORE_NOW =
      of(400, 3, "DOMAIN-dv3t5", "Errors.AuthNKey.ExpireBeforeNow");
  static final Outcome UNKNOWN_USER = of(400, 9, "COMMAND-Dggw2", "User could not be found");
  static final Outcome HUMAN = of(400, 9, "COMMAND-Df2f1", "Not allowed for this user type");
  static final Outcome NO_PERMISSION_FOR_OTHERS =
      of(403, 7, "AUTH-AWfge", "No matching permissions found");
  static final Outcome NO_TOKEN_TO_SHOW =
      of(404, 5, "QUERY-fRunu", "Errors.PersonalAccessToken.NotFound");
  static final Outcome NO_TOKEN_TO_REMOVE =
      of(404, 5, "COMMAND-4m77G", "Personal Access Token not found");
  static final Outcome LIMIT_EXCEEDED = of(400, 3, "QUERY-4M0fs", "Limit exceeded");
  static final Outcome PAGE_TOKEN_UNKNOWN =
      of(400, 3, "LATCHKEY-Pt0kn", "Page token of another list");
  static final Outcome EMPTY_FILTER = of(400, 3, "GRPC-vR9nC", "List.Query.Invalid");
  static final Outcome TOO_MANY_FILTERS = of(400, 3, "LATCHKEY-Fl7mx", "Too many filters");
  static final Outcome NOT_FOUND = of(404, 5, "Not Found");
  static final Outcome METHOD_NOT_ALLOWED = of(405, 12, "Method Not Allowed");

  private static Outcome of(int status, int code, String text) {
    return new Outcome(status, code, Optional.empty(), text);
  }

  private static Outcome of(int status, int code, String id, String text) {
    return new Outcome(status, code, Optional.of(id), text);
  }
}
