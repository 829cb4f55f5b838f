package io.latchkey.keycloak.token;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/**
 * Removes what is kept of users and organizations that Keycloak removes, in the same transaction.
 *
 * <p>For one thread, as the session is.
 */
public final class TokenPurge {

  private static final String TOKENS = "delete from latchkey_token where ";
  private static final String COUNTERS = "delete from latchkey_event_counter where ";

  /** Whoever has tokens, or had some, has a counter. */
  private static final String ORGANIZATIONS =
      "select distinct organization_id from latchkey_event_counter";

  private static final String IS_REALM = "select count(*) from realm where id = :id";
  private static final String IS_ORGANIZATION = "select count(*) from org where id = :id";

  private final SessionTransactions transactions;

  /**
   * Creates a purge.
   *
   * @param session the session in which something is removed
   */
  public TokenPurge(KeycloakSession session) {
    this.transactions = new SessionTransactions(session);
  }

  /**
   * Removes the tokens of a user, in whatever organization they were made.
   *
   * @param userId the id of the user
   */
  public void ofUser(String userId) {
    delete("user_id = :id", userId);
  }

  /**
   * Removes the tokens that belong to an organization.
   *
   * @param organizationId the id of the organization
   */
  public void ofOrganization(String organizationId) {
    delete("organization_id = :id", organizationId);
  }

  /**
   * Removes the tokens that belong to no realm and no organization any more: when Keycloak tells
   * that a realm is gone, nobody knows which its organizations were.
   */
  public void ofRemovedRealms() {
    transactions
        .read(session -> session.createNativeQuery(ORGANIZATIONS, String.class).getResultList())
        .stream()
        .filter(id -> !exists(IS_REALM, id) && !exists(IS_ORGANIZATION, id))
        .forEach(this::ofOrganization);
  }

  private boolean exists(String query, String id) {
    return transactions.read(
        session ->
            session.createNativeQuery(query, Long.class).setParameter("id", id).getSingleResult()
                > 0);
  }

  /** The counters first: a change of their tokens that is under way is waited for. */
  private void delete(String condition, String id) {
    transactions.change(
        session -> {
          session
              .createNativeMutationQuery(COUNTERS + condition)
              .setParameter("id", id)
              .executeUpdate();
          return Optional.of(
              session
                  .createNativeMutationQuery(TOKENS + condition)
                  .setParameter("id", id)
                  .executeUpdate());
        });
  }
}
