package io.latchkey.core.directory;

import io.latchkey.core.service.TokenMint;
import io.latchkey.core.token.ClearToken;
import io.latchkey.core.token.TimeOrderedIds;
import io.latchkey.spi.directory.ManagedDirectory;
import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/**
 * Gives an empty directory its first organization and its first machine user, and writes that
 * user's token into a file: without it, nobody could call the endpoint.
 *
 * <p>The user comes last. If the process dies before, the next start does it all again, with
 * another user, and the first token stays without one; if it dies after, all is done.
 */
public final class FirstStart {

  private static final String ROLE = "IAM_OWNER";

  private final TokenStore store;
  private final TokenMint mint;
  private final TimeOrderedIds ids;
  private final Clock clock;

  /**
   * Creates it.
   *
   * @param store where the token is kept
   * @param mint makes the token
   * @param ids numbers organization and user
   * @param clock the source of the time
   */
  public FirstStart(TokenStore store, TokenMint mint, TimeOrderedIds ids, Clock clock) {
    this.store = store;
    this.mint = mint;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Fills a directory if it is empty.
   *
   * @param directory the directory
   * @param dataDirectory where the file goes
   * @return the file with the token; absent if the directory was not empty
   */
  public Optional<Path> fill(ManagedDirectory directory, Path dataDirectory) {
    if (!directory.isEmpty()) {
      return Optional.empty();
    }
    Organization organization = new Organization(Long.toString(ids.next()), "Latchkey");
    User user =
        new User(
            Long.toString(ids.next()),
            organization.organizationId(),
            UserKind.MACHINE,
            UserState.ACTIVE,
            "bootstrap");
    TokenOwner owner = new TokenOwner(organization.organizationId(), user.userId());
    ClearToken token =
        mint.issue(owner, Optional.empty(), Optional.of("bootstrap"), clock.instant()).clear();
    TokenFile file = new TokenFile(dataDirectory);
    file.write(token);
    if (directory.addFirstUser(organization, user, Set.of(ROLE))) {
      return Optional.of(file.path());
    }
    // Another node was first, and has written a file of its own where its data is.
    file.delete();
    store.removeAll(owner, clock.instant().truncatedTo(ChronoUnit.MICROS));
    return Optional.empty();
  }
}
