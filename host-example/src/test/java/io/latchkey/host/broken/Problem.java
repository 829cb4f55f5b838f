package io.latchkey.host.broken;

/** The codes of the answers to broken input, as the protocols write them. */
enum Problem {
  INVALID(3, "invalid_argument", 400),
  TOO_LARGE(8, "resource_exhausted", 429),
  NO_SUCH_USER(9, "failed_precondition", 400),
  NOT_TAKEN(12, "unimplemented", 501),
  /** By the word of gRPC for a compressed message without an encoding, and for nothing else. */
  INTERNAL(13, "internal", 500);

  private final int number;
  private final String name;
  private final int httpStatus;

  Problem(int number, String name, int httpStatus) {
    this.number = number;
    this.name = name;
    this.httpStatus = httpStatus;
  }

  /** In gRPC and gRPC-web, where the HTTP status is always that of success. */
  String inGrpc(String message) {
    return "200 " + number + " " + message;
  }

  String inConnect(String message) {
    return httpStatus + " " + name + " " + message;
  }

  String inRest(String message) {
    return httpStatus + " " + number + " " + message;
  }
}
