package io.latchkey.keycloak.use;

import io.latchkey.spi.token.StoredToken;
import org.keycloak.models.UserModel;

/**
 * A personal access token that is good, as somebody has presented it.
 *
 * @param token what is stored of it
 * @param owner whom it stands for, as Keycloak knows it
 */
public record PresentedToken(StoredToken token, UserModel owner) {

  /**
   * From when on it is not valid any more.
   *
   * @return seconds since 1970-01-01T00:00:00Z, rounded down
   */
  public long expiresAt() {
    return token.expirationDate().getEpochSecond();
  }
}
