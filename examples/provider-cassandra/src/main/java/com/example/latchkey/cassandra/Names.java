package com.example.latchkey.cassandra;

import io.latchkey.spi.token.TokenDigest;

/** What a token id and a digest are called in the table of claims. */
final class Names {

  private Names() {}

  static String of(long tokenId) {
    return "id/" + tokenId;
  }

  /** The length keeps algorithm and key apart, whatever characters they have. */
  static String of(TokenDigest digest) {
    return "digest/"
        + digest.hex()
        + "/"
        + digest.algorithm().length()
        + "/"
        + digest.algorithm()
        + digest.keyId();
  }
}
