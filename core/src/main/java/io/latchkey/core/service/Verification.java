package io.latchkey.core.service;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.directory.User;
import io.latchkey.spi.permission.Caller;
import io.latchkey.spi.token.StoredToken;

/** The answer of {@link TokenVerifier#verify}. */
public sealed interface Verification {

  /**
   * The token is good.
   *
   * @param token what is stored of it
   * @param user whom it stands for: an active machine user
   */
  record Valid(StoredToken token, User user) implements Verification {

    /** Refuses a null component. */
    public Valid {
      requireNonNull(token, "token");
      requireNonNull(user, "user");
    }

    /**
     * The user as the maker of a request.
     *
     * @return the caller, in the user's own organization
     */
    public Caller caller() {
      return new Caller(user.userId(), user.organizationId());
    }
  }

  /**
   * The token is good for nothing. Why is for logs and metrics; a client must not be told.
   *
   * @param reason why
   */
  record Invalid(Reason reason) implements Verification {

    /** Refuses a null component. */
    public Invalid {
      requireNonNull(reason, "reason");
    }
  }

  /** Why a token is not valid. */
  enum Reason {
    /** It does not look like a token, or its checksum is wrong. */
    MALFORMED,
    /** It was never issued, or it was removed. */
    UNKNOWN,
    /** Its expiration date has come. */
    EXPIRED,
    /**
     * Its owner is gone, has moved to another organization, is not active, or is no machine user.
     */
    OWNER_NOT_ALLOWED
  }
}
