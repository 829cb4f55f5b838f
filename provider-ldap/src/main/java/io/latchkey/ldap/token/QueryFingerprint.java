package io.latchkey.ldap.token;

import io.latchkey.spi.token.TokenCondition;
import io.latchkey.spi.token.TokenCondition.AnyOf;
import io.latchkey.spi.token.TokenCondition.Created;
import io.latchkey.spi.token.TokenCondition.Expires;
import io.latchkey.spi.token.TokenCondition.IdIs;
import io.latchkey.spi.token.TokenCondition.OrganizationIs;
import io.latchkey.spi.token.TokenCondition.UserIs;
import io.latchkey.spi.token.TokenQuery;
import java.util.List;

/** Tells queries apart: a cursor is good for the conditions and the order it was made for. */
final class QueryFingerprint {

  private QueryFingerprint() {}

  static long of(TokenQuery query) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(query.order().field().name());
    fingerprint.add(Boolean.toString(query.order().ascending()));
    addAll(query.conditions(), fingerprint);
    return fingerprint.toLong();
  }

  private static void addAll(List<TokenCondition> conditions, Fingerprint fingerprint) {
    fingerprint.add(Integer.toString(conditions.size()));
    conditions.forEach(condition -> add(condition, fingerprint));
  }

  private static void add(TokenCondition condition, Fingerprint fingerprint) {
    fingerprint.add(condition.getClass().getName());
    if (condition instanceof IdIs id) {
      fingerprint.add(Long.toString(id.tokenId()));
    } else if (condition instanceof UserIs user) {
      fingerprint.add(user.userId());
    } else if (condition instanceof OrganizationIs organization) {
      fingerprint.add(organization.organizationId());
    } else if (condition instanceof Created created) {
      fingerprint.add(created.comparison().name()).add(created.instant().toString());
    } else if (condition instanceof Expires expires) {
      fingerprint.add(expires.comparison().name()).add(expires.instant().toString());
    } else {
      addAll(((AnyOf) condition).conditions(), fingerprint);
    }
  }
}
