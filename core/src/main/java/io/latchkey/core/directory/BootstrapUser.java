package io.latchkey.core.directory;

import static java.util.Objects.requireNonNull;

import io.latchkey.core.config.StartupException;
import io.latchkey.core.service.TokenMint;
import io.latchkey.core.token.ClearToken;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.spi.token.TokenCondition;
import io.latchkey.spi.token.TokenOrder;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenQuery;
import io.latchkey.spi.token.TokenStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Gives a machine user that the operator has named its first token, and writes it into a file: the
 * way in where the users are kept elsewhere, and nobody could call the endpoint. What the user may
 * do with it, the permission checker says.
 */
public final class BootstrapUser {

  private final UserDirectory directory;
  private final TokenStore store;
  private final TokenMint mint;
  private final Clock clock;

  /**
   * Creates it.
   *
   * @param directory knows the user
   * @param store where the token is kept
   * @param mint makes the token
   * @param clock the source of the time
   */
  public BootstrapUser(UserDirectory directory, TokenStore store, TokenMint mint, Clock clock) {
    this.directory = requireNonNull(directory, "directory");
    this.store = requireNonNull(store, "store");
    this.mint = requireNonNull(mint, "mint");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Makes the token, unless the user has one already, expired or not.
   *
   * @param userId the user, as the operator has named it
   * @param dataDirectory where the file goes
   * @return the file with the token; absent if the user has a token
   * @throws StartupException if the user is no active machine user of the directory, or the file
   *     cannot be written; no token stays then
   */
  public Optional<Path> provide(String userId, Path dataDirectory) {
    TokenOwner owner = owner(userId);
    if (hasToken(owner)) {
      return Optional.empty();
    }
    ClearToken token =
        mint.issue(owner, Optional.empty(), Optional.of("bootstrap"), clock.instant()).clear();
    TokenFile file = new TokenFile(dataDirectory);
    try {
      file.write(token);
    } catch (StartupException e) {
      store.removeAll(owner, clock.instant().truncatedTo(ChronoUnit.MICROS));
      throw e;
    }
    return Optional.of(file.path());
  }

  private TokenOwner owner(String userId) {
    User user =
        directory
            .findUser(userId)
            .orElseThrow(() -> refused(userId, "the directory has no such user"));
    if (user.kind() != UserKind.MACHINE) {
      throw refused(userId, "that is a human, and tokens are for machine users");
    }
    if (user.state() != UserState.ACTIVE) {
      throw refused(userId, "that user is not active");
    }
    return new TokenOwner(user.organizationId(), user.userId());
  }

  private static StartupException refused(String userId, String why) {
    return new StartupException("directory.bootstrap-user is \"" + userId + "\", but " + why);
  }

  private boolean hasToken(TokenOwner owner) {
    List<TokenCondition> conditions =
        List.of(
            new TokenCondition.UserIs(owner.userId()),
            new TokenCondition.OrganizationIs(owner.organizationId()));
    TokenQuery query = new TokenQuery(conditions, TokenOrder.NEWEST_FIRST, Optional.empty(), 0, 1);
    return store.list(query).total() > 0;
  }
}
