package io.latchkey.core.service;

import static java.util.Objects.requireNonNull;

import io.latchkey.core.provider.Providers;
import io.latchkey.core.token.TokenIds;
import io.latchkey.spi.permission.Caller;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenCondition;
import io.latchkey.spi.token.TokenCondition.OrganizationIs;
import io.latchkey.spi.token.TokenCondition.UserIs;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Shows tokens, expired ones too, and never one in clear.
 *
 * <p>Every method throws {@link io.latchkey.spi.ProviderUnavailableException} when a provider could
 * not tell; nothing is shown then.
 *
 * <p>Thread-safe.
 */
public final class TokenReader {

  /**
   * An organization that cannot be: roles that hold in it hold in the whole instance, for those are
   * the only ones that do.
   */
  private static final String NOWHERE = "";

  private final Providers providers;
  private final Gate gate;

  /**
   * Creates a reader.
   *
   * @param providers the three providers
   */
  public TokenReader(Providers providers) {
    this.providers = requireNonNull(providers, "providers");
    this.gate = new Gate(providers);
  }

  /**
   * Gets a token of a user.
   *
   * @param access who wishes to see it
   * @param userId the user; may be any string
   * @param tokenId the id of the token; may be any string
   * @return the token, or the reason of the refusal
   */
  public Outcome<StoredToken> get(Access.Management access, String userId, String tokenId) {
    return gate.ofManagement(access, Permission.USER_READ, userId)
        .<Outcome<StoredToken>>map(Outcome.Refused::new)
        .orElseGet(
            () ->
                Owners.of(access.actedIn(), userId)
                    .flatMap(
                        owner ->
                            TokenIds.parse(tokenId).flatMap(id -> providers.store().get(owner, id)))
                    .<Outcome<StoredToken>>map(Outcome.Done::new)
                    .orElseGet(() -> new Outcome.Refused<>(Refusal.TOKEN_UNKNOWN)));
  }

  /**
   * Lists the tokens of a user.
   *
   * @param access who wishes to see them
   * @param userId the user; may be any string
   * @param page which of them, with no conditions of its own
   * @return the tokens, none for an unknown user, or the reason of the refusal
   */
  public Outcome<TokenPage> list(Access.Management access, String userId, TokenQuery page) {
    return gate.ofManagement(access, Permission.USER_READ, userId)
        .<Outcome<TokenPage>>map(Outcome.Refused::new)
        .orElseGet(
            () -> list(page, List.of(new UserIs(userId), new OrganizationIs(access.actedIn()))));
  }

  /**
   * Searches tokens: one's own, but for those that one has left behind in another organization, and
   * those of all organizations where the caller may read users; whoever may read users in the whole
   * instance sees all tokens. A checker that cannot list these organizations is asked about some:
   * the caller's own, the one of the header, and those that conditions name, by their ids or by
   * those of users.
   *
   * @param access who wishes to see them
   * @param query which of them
   * @return the tokens, or the reason of the refusal
   */
  public Outcome<TokenPage> search(Access.SelfService access, TokenQuery query) {
    return gate.ofOrganization(access.organizationId())
        .<Outcome<TokenPage>>map(Outcome.Refused::new)
        .orElseGet(() -> list(query, visible(access, query)));
  }

  private List<TokenCondition> visible(Access.SelfService access, TokenQuery query) {
    Caller caller = access.caller();
    if (gate.holds(caller, Permission.USER_READ, NOWHERE)) {
      return List.of();
    }
    List<TokenCondition> readable = readable(access, query);
    // One's own are those of the user in its organization: "both, or readable" as two conditions
    // that must hold together.
    return List.of(
        either(new UserIs(caller.userId()), readable),
        either(new OrganizationIs(caller.organizationId()), readable));
  }

  private static TokenCondition either(TokenCondition one, List<TokenCondition> others) {
    return AnyOfMany.of(Stream.concat(Stream.of(one), others.stream()).toList());
  }

  /** A cursor is good for the same conditions alone: they are in an order of their own. */
  private List<TokenCondition> readable(Access.SelfService access, TokenQuery query) {
    return gate.organizations(access.caller(), Permission.USER_READ)
        .map(all -> all.stream().sorted())
        .orElseGet(
            () ->
                named(access, query).stream()
                    .filter(id -> gate.holds(access.caller(), Permission.USER_READ, id)))
        .<TokenCondition>map(OrganizationIs::new)
        .toList();
  }

  private Set<String> named(Access.SelfService access, TokenQuery query) {
    Set<String> named = new LinkedHashSet<>();
    named.add(access.caller().organizationId());
    access.organizationId().ifPresent(named::add);
    for (TokenCondition condition : query.conditions()) {
      if (condition instanceof OrganizationIs organization) {
        named.add(organization.organizationId());
      } else if (condition instanceof UserIs user) {
        gate.user(user.userId()).ifPresent(found -> named.add(found.organizationId()));
      }
    }
    return named;
  }

  private Outcome<TokenPage> list(TokenQuery query, List<TokenCondition> more) {
    List<TokenCondition> conditions = new ArrayList<>(query.conditions());
    conditions.addAll(more);
    try {
      return new Outcome.Done<>(
          providers
              .store()
              .list(
                  new TokenQuery(
                      conditions, query.order(), query.cursor(), query.offset(), query.limit())));
    } catch (IllegalArgumentException e) {
      // The cursor is the one argument that comes from the client as it is; the rest is checked.
      if (query.cursor().isEmpty()) {
        throw e;
      }
      return new Outcome.Refused<>(Refusal.CURSOR_UNKNOWN);
    }
  }
}
