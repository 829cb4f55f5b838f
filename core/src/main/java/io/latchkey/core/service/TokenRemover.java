package io.latchkey.core.service;

import static java.util.Objects.requireNonNull;

import io.latchkey.core.provider.Providers;
import io.latchkey.core.token.TokenIds;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.token.Removal;
import io.latchkey.spi.token.TokenOwner;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Removes tokens for good.
 *
 * <p>Every method throws {@link io.latchkey.spi.ProviderUnavailableException} when a provider could
 * not tell.
 *
 * <p>Thread-safe.
 */
public final class TokenRemover {

  private final Providers providers;
  private final Gate gate;
  private final Clock clock;

  /**
   * Creates a remover.
   *
   * @param providers the three providers
   * @param clock the source of the time
   */
  public TokenRemover(Providers providers, Clock clock) {
    this.providers = requireNonNull(providers, "providers");
    this.gate = new Gate(providers);
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Removes a token of a user, or says which check refused it first.
   *
   * @param access who wishes it, and by which rule
   * @param userId the user; may be any string
   * @param tokenId the id of the token; may be any string
   * @return the event and the organization of the token, or the reason of the refusal
   */
  public Outcome<Removed> remove(Access access, String userId, String tokenId) {
    return access instanceof Access.Management management
        ? managed(management, userId, tokenId)
        : served((Access.SelfService) access, userId, tokenId);
  }

  /**
   * A token that is gone.
   *
   * @param event the event of its removal
   * @param organizationId the organization that it belonged to
   */
  public record Removed(Removal event, String organizationId) {

    /** Refuses a null component. */
    public Removed {
      requireNonNull(event, "event");
      requireNonNull(organizationId, "organizationId");
    }
  }

  private Outcome<Removed> managed(Access.Management access, String userId, String tokenId) {
    return gate.ofManagement(access, Permission.USER_WRITE, userId)
        .<Outcome<Removed>>map(Outcome.Refused::new)
        .orElseGet(() -> remove(Owners.of(access.actedIn(), userId), tokenId));
  }

  /** A user that is not there has no tokens, and is no reason to say so. */
  private Outcome<Removed> served(Access.SelfService access, String userId, String tokenId) {
    Optional<Refusal> ofOrganization = gate.ofOrganization(access.organizationId());
    if (ofOrganization.isPresent()) {
      return new Outcome.Refused<>(ofOrganization.get());
    }
    Optional<User> user = gate.user(userId);
    return user.flatMap(found -> gate.ofSelfService(access, Permission.USER_WRITE, found))
        .<Outcome<Removed>>map(Outcome.Refused::new)
        .orElseGet(
            () -> remove(user.map(u -> new TokenOwner(u.organizationId(), userId)), tokenId));
  }

  private Outcome<Removed> remove(Optional<TokenOwner> owner, String tokenId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return owner
        .flatMap(
            found ->
                TokenIds.parse(tokenId)
                    .flatMap(id -> providers.store().remove(found, id, now))
                    .map(event -> new Removed(event, found.organizationId())))
        .<Outcome<Removed>>map(Outcome.Done::new)
        .orElseGet(() -> new Outcome.Refused<>(Refusal.TOKEN_UNKNOWN));
  }
}
