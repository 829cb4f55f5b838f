package io.latchkey.ldap.server;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The schema of the tokens, as the module ships it. */
final class LatchkeySchema {

  /** What tokens are found by, each of them for equality. */
  static final List<String> INDEXED =
      List.of(
          "latchkeyDigest",
          "latchkeyTokenId",
          "latchkeyOwner",
          "latchkeyUser",
          "latchkeyOrganization",
          "latchkeyExpirationDate",
          "latchkeyCreationDate");

  private LatchkeySchema() {}

  static InputStream open(String file) throws IOException {
    InputStream in = LatchkeySchema.class.getResourceAsStream("/io/latchkey/ldap/schema/" + file);
    if (in == null) {
      throw new FileNotFoundException("schema/" + file);
    }
    return in;
  }
}
