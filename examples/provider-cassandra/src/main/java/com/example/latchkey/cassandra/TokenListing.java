package com.example.latchkey.cassandra;

import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenCondition;
import io.latchkey.spi.token.TokenCondition.IdIs;
import io.latchkey.spi.token.TokenCondition.OrganizationIs;
import io.latchkey.spi.token.TokenCondition.UserIs;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lists tokens. It reads every token of each owner that can match: of one owner if user and
 * organization are named, of all owners if neither is; then it picks and sorts here.
 */
final class TokenListing {

  private final ClusterAccess access;
  private final Claims claims;
  private final Owners owners;

  TokenListing(CassandraTokenStore.Parts parts) {
    this.access = parts.access();
    this.claims = parts.claims();
    this.owners = parts.owners();
  }

  TokenPage page(TokenQuery query) {
    Page page = new Page(query);
    readEach(
        owners(query.conditions()),
        row -> {
          StoredToken token = row.token();
          if (query.conditions().stream().allMatch(condition -> condition.holds(token))) {
            page.add(token);
          }
        });
    return page.result();
  }

  /** All tokens of these owners, in no order. */
  void readEach(List<Owner> of, Consumer<TokenRow> consumer) {
    access.readEach(
        of.stream()
            .<Query>map(owner -> statements -> statements.tokens(owner.organization, owner.user))
            .toList(),
        row -> {
          TokenRow token = new TokenRow(row);
          if (token.isLive()) {
            consumer.accept(token);
          }
        });
  }

  /** An owner as a query names it: with texts that may be no ids at all. */
  record Owner(String organization, String user) {
    static Owner of(TokenOwner owner) {
      return new Owner(owner.organizationId(), owner.userId());
    }
  }

  private List<Owner> owners(List<TokenCondition> conditions) {
    Optional<IdIs> id = first(conditions, IdIs.class);
    Optional<Owner> named =
        first(conditions, UserIs.class)
            .flatMap(
                user ->
                    first(conditions, OrganizationIs.class)
                        .map(
                            organization ->
                                new Owner(organization.organizationId(), user.userId())));
    if (id.isPresent()) {
      return claims
          .holder(access.deadline(), Names.of(id.get().tokenId()))
          .map(claim -> Owner.of(claim.owner()))
          .stream()
          .toList();
    }
    return named
        .map(List::of)
        .orElseGet(
            () ->
                owners.all().stream()
                    .map(Owner::of)
                    .filter(owner -> mayMatch(owner, conditions))
                    .toList());
  }

  private static boolean mayMatch(Owner owner, List<TokenCondition> conditions) {
    return conditions.stream()
        .allMatch(
            condition ->
                condition instanceof UserIs user
                    ? owner.user.equals(user.userId())
                    : !(condition instanceof OrganizationIs organization)
                        || owner.organization.equals(organization.organizationId()));
  }

  private static <T> Optional<T> first(List<TokenCondition> conditions, Class<T> type) {
    return conditions.stream().filter(type::isInstance).map(type::cast).findFirst();
  }
}
