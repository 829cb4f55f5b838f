package io.latchkey.ldap.token;

/** The names of the schema, which {@code schema/389ds.ldif} and its likes define. */
final class TokenSchema {

  static final String TOKEN = "latchkeyToken";
  static final String RESERVATION = "latchkeyTokenReservation";
  static final String COUNTER = "latchkeyEventCounter";

  static final String OBJECT_CLASS = "objectClass";
  static final String DIGEST = "latchkeyDigest";
  static final String DIGEST_ALGORITHM = "latchkeyDigestAlgorithm";
  static final String DIGEST_KEY_ID = "latchkeyDigestKeyId";
  static final String TOKEN_ID = "latchkeyTokenId";
  static final String OWNER = "latchkeyOwner";
  static final String ORGANIZATION = "latchkeyOrganization";
  static final String USER = "latchkeyUser";
  static final String NAME = "latchkeyName";
  static final String SCOPE = "latchkeyScope";
  static final String CREATION_DATE = "latchkeyCreationDate";
  static final String EXPIRATION_DATE = "latchkeyExpirationDate";
  static final String SEQUENCE = "latchkeySequence";
  static final String NONCE = "latchkeyNonce";
  static final String PENDING = "latchkeyPending";

  private TokenSchema() {}
}
