package io.latchkey.core.service;

import static java.util.Objects.requireNonNull;

import io.latchkey.core.provider.Providers;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.spi.permission.PermissionRequest;
import io.latchkey.spi.token.TokenOwner;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Creates tokens for users, after every check has passed.
 *
 * <p>Every method throws {@link ProviderUnavailableException} when a provider could not tell;
 * nothing is permitted then.
 *
 * <p>Thread-safe.
 */
public final class TokenIssuer {

  /** The permission to create and remove tokens of a user. */
  public static final String USER_WRITE = "user.write";

  /** How the zero value of a timestamp reads for clients that cannot leave a field out. */
  private static final Instant NOT_GIVEN = Instant.parse("0001-01-01T00:00:00Z");

  private final Providers providers;
  private final TokenMint mint;
  private final Clock clock;

  /**
   * Creates an issuer.
   *
   * @param providers the three providers
   * @param mint makes and stores tokens
   * @param clock the source of the time
   */
  public TokenIssuer(Providers providers, TokenMint mint, Clock clock) {
    this.providers = requireNonNull(providers, "providers");
    this.mint = requireNonNull(mint, "mint");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Creates a token, or says which check refused it first. The store is written last, after all
   * checks.
   *
   * @param command what is wished
   * @return the token, or the reason of the refusal
   */
  public IssueResult create(CreateCommand command) {
    Instant now = clock.instant();
    String organizationId = command.organizationId().orElse(command.caller().organizationId());
    Optional<Instant> expirationDate =
        command.expirationDate().filter(date -> !date.equals(NOT_GIVEN));
    return refusal(command, organizationId, expirationDate, now)
        .<IssueResult>map(IssueResult.Refused::new)
        .orElseGet(
            () ->
                mint.issue(
                    new TokenOwner(organizationId, command.userId()),
                    expirationDate,
                    command.name(),
                    now));
  }

  private Optional<Refusal> refusal(
      CreateCommand command, String organizationId, Optional<Instant> expirationDate, Instant now) {
    return ofOrganization(command.organizationId())
        .or(() -> ofPermission(command, organizationId))
        .or(() -> when(command.userId().isEmpty(), Refusal.USER_ID_EMPTY))
        .or(
            () ->
                when(
                    expirationDate.filter(date -> date.isBefore(now)).isPresent(),
                    Refusal.EXPIRATION_PASSED))
        .or(() -> ofUser(command.userId(), organizationId));
  }

  private Optional<Refusal> ofOrganization(Optional<String> named) {
    return named
        .filter(organizationId -> !providers.directory().organizationExists(organizationId))
        .map(organizationId -> Refusal.ORGANIZATION_UNKNOWN);
  }

  private Optional<Refusal> ofPermission(CreateCommand command, String organizationId) {
    PermissionRequest request =
        new PermissionRequest(
            command.caller(),
            USER_WRITE,
            organizationId,
            Optional.of(command.userId()).filter(id -> !id.isEmpty()));
    return switch (providers.permissions().check(request)) {
      case PERMIT -> Optional.empty();
      case NO_MEMBERSHIP -> Optional.of(Refusal.CALLER_NOT_MEMBER);
      case PERMISSION_MISSING -> Optional.of(Refusal.PERMISSION_MISSING);
    };
  }

  private Optional<Refusal> ofUser(String userId, String organizationId) {
    Optional<User> found =
        providers
            .directory()
            .findUser(userId)
            .filter(user -> user.userId().equals(userId)) // and not one that only looks alike
            .filter(user -> user.state() != UserState.DELETED)
            .filter(user -> user.organizationId().equals(organizationId));
    if (found.isEmpty()) {
      return Optional.of(Refusal.USER_UNKNOWN);
    }
    User user = found.get();
    return when(user.kind() != UserKind.MACHINE, Refusal.USER_NOT_MACHINE)
        .or(() -> when(user.state() != UserState.ACTIVE, Refusal.USER_NOT_ACTIVE));
  }

  private static Optional<Refusal> when(boolean refused, Refusal reason) {
    return refused ? Optional.of(reason) : Optional.empty();
  }
}
