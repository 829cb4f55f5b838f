package io.latchkey.core.service;

import static java.util.Objects.requireNonNull;

import io.latchkey.core.provider.Providers;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
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

  /** How the zero value of a timestamp reads for clients that cannot leave a field out. */
  private static final Instant NOT_GIVEN = Instant.parse("0001-01-01T00:00:00Z");

  private final Gate gate;
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
    this.gate = new Gate(requireNonNull(providers, "providers"));
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
  public Outcome<Issued> create(CreateCommand command) {
    Instant now = clock.instant();
    CreateCommand given =
        command.expirationDate().filter(NOT_GIVEN::equals).isPresent()
            ? command.withoutExpirationDate()
            : command;
    Decision decision =
        command.access() instanceof Access.Management management
            ? managed(management, given, now)
            : served((Access.SelfService) command.access(), given, now);
    return decision
        .refusal()
        .<Outcome<Issued>>map(Outcome.Refused::new)
        .orElseGet(
            () ->
                new Outcome.Done<>(
                    mint.issue(
                        new TokenOwner(decision.organizationId(), given.userId()),
                        given.expirationDate(),
                        given.name(),
                        now)));
  }

  /** Whether, and in which organization, a token is created. */
  private record Decision(Optional<Refusal> refusal, String organizationId) {}

  private Decision managed(Access.Management access, CreateCommand command, Instant now) {
    Optional<Refusal> refusal =
        gate.ofManagement(access, Permission.USER_WRITE, command.userId())
            .or(() -> ofUserId(command))
            .or(() -> ofExpiration(command, now))
            .or(
                () ->
                    gate.user(command.userId())
                        .filter(user -> user.organizationId().equals(access.actedIn()))
                        .map(user -> ofKind(user).or(() -> ofState(user)))
                        .orElse(Optional.of(Refusal.USER_UNKNOWN)));
    return new Decision(refusal, access.actedIn());
  }

  private Decision served(Access.SelfService access, CreateCommand command, Instant now) {
    Optional<Refusal> refusal =
        gate.ofOrganization(access.organizationId())
            .or(() -> ofUserId(command))
            .or(
                () ->
                    when(command.expirationDate().isEmpty(), Refusal.EXPIRATION_MISSING)
                        .or(() -> ofExpiration(command, now)));
    Optional<User> user = refusal.isEmpty() ? gate.user(command.userId()) : Optional.empty();
    return new Decision(
        refusal.or(
            () ->
                user.map(
                        u ->
                            ofKind(u)
                                .or(() -> gate.ofSelfService(access, Permission.USER_WRITE, u))
                                .or(() -> ofState(u)))
                    .orElse(Optional.of(Refusal.USER_UNKNOWN))),
        user.map(User::organizationId).orElse(""));
  }

  private static Optional<Refusal> ofUserId(CreateCommand command) {
    return when(command.userId().isEmpty(), Refusal.USER_ID_EMPTY);
  }

  private static Optional<Refusal> ofExpiration(CreateCommand command, Instant now) {
    return when(
        command.expirationDate().filter(date -> date.isBefore(now)).isPresent(),
        Refusal.EXPIRATION_PASSED);
  }

  private static Optional<Refusal> ofKind(User user) {
    return when(user.kind() != UserKind.MACHINE, Refusal.USER_NOT_MACHINE);
  }

  private static Optional<Refusal> ofState(User user) {
    return when(user.state() != UserState.ACTIVE, Refusal.USER_NOT_ACTIVE);
  }

  private static Optional<Refusal> when(boolean refused, Refusal reason) {
    return refused ? Optional.of(reason) : Optional.empty();
  }
}
