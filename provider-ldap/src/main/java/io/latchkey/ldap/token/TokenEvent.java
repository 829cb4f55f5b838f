package io.latchkey.ldap.token;

/**
 * An event of an owner that is counted, and what is to be done for it. Everything to be done names
 * the attempt that the entries must be from: so it does no harm when it is done late or twice.
 */
sealed interface TokenEvent {

  /** The number of the event among the events of its owner. */
  long sequence();

  /** The attempt that has counted it. */
  String nonce();

  /** As the event counter keeps it; {@link #parse} is the way back. */
  String text();

  /**
   * A token is there from now on.
   *
   * @param sequence the number of the event
   * @param nonce the attempt that has counted it
   * @param digest the fingerprint of the digest
   * @param tokenNonce the attempt that has added the entry of the token
   */
  record Creation(long sequence, String nonce, String digest, String tokenNonce)
      implements TokenEvent {
    @Override
    public String text() {
      return String.join(" ", "create", Long.toString(sequence), nonce, digest, tokenNonce);
    }
  }

  /**
   * A token is gone from now on.
   *
   * @param sequence the number of the event
   * @param nonce the attempt that has counted it
   * @param digest the fingerprint of the digest
   * @param tokenNonce the attempt that has counted the creation of the token
   * @param tokenId the id of the token
   * @param idNonce the attempt that has reserved the id
   */
  record Removal(
      long sequence, String nonce, String digest, String tokenNonce, long tokenId, String idNonce)
      implements TokenEvent {
    @Override
    public String text() {
      return String.join(
          " ",
          "remove",
          Long.toString(sequence),
          nonce,
          digest,
          tokenNonce,
          Long.toString(tokenId),
          idNonce);
    }
  }

  static TokenEvent parse(String text) {
    String[] words = text.split(" ", -1);
    try {
      if (words.length == 5 && words[0].equals("create")) {
        return new Creation(Long.parseLong(words[1]), words[2], words[3], words[4]);
      }
      if (words.length == 7 && words[0].equals("remove")) {
        return new Removal(
            Long.parseLong(words[1]),
            words[2],
            words[3],
            words[4],
            Long.parseLong(words[5]),
            words[6]);
      }
    } catch (NumberFormatException e) {
      throw Failures.unreadable(TokenSchema.PENDING);
    }
    throw Failures.unreadable(TokenSchema.PENDING);
  }
}
