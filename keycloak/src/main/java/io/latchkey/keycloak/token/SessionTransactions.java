package io.latchkey.keycloak.token;

import io.latchkey.hibernate.database.Transactions;
import io.latchkey.spi.CheckResult;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Keycloak's database in the transaction of a session: on the connection of its entity manager, so
 * that tokens change together with whatever else a request changes.
 *
 * <p>For one thread, as the session is.
 */
public final class SessionTransactions implements Transactions {

  private final KeycloakSession session;

  /**
   * Creates transactions.
   *
   * @param session the session whose transaction it is
   */
  public SessionTransactions(KeycloakSession session) {
    this.session = session;
  }

  @Override
  public <T> T read(Function<StatelessSession, T> query) {
    return onConnection(query);
  }

  /**
   * The work is run once: the transaction is not ours to begin again. A violated constraint may
   * spoil it, as PostgreSQL has it; what is asked afterwards then cannot be told, and all is
   * undone.
   */
  @Override
  public <T> Optional<T> change(Function<StatelessSession, Optional<T>> work) {
    try {
      return onConnection(work);
    } catch (RuntimeException e) {
      session.getTransactionManager().setRollbackOnly();
      throw e;
    }
  }

  @Override
  public <T> Optional<T> changeWithoutSync(Function<StatelessSession, Optional<T>> work) {
    try {
      return KeycloakModelUtils.runJobInTransactionWithResult(
          session.getKeycloakSessionFactory(),
          other -> {
            Optional<T> answer = new SessionTransactions(other).change(work);
            if (answer.isEmpty()) {
              other.getTransactionManager().setRollbackOnly();
            }
            return answer;
          });
    } catch (PersistenceException | ModelException e) {
      throw unavailable(e);
    }
  }

  @Override
  public CheckResult check() {
    try {
      read(s -> s.createNativeQuery("select 1", Integer.class).getSingleResult());
      return CheckResult.ok();
    } catch (ProviderUnavailableException e) {
      return CheckResult.failed(String.valueOf(e.getMessage()));
    }
  }

  /** The session is Keycloak's to close. */
  @Override
  public void close() {}

  private <T> T onConnection(Function<StatelessSession, T> work) {
    try {
      EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
      Session hibernate = entities.unwrap(Session.class);
      return hibernate.doReturningWork(
          connection -> {
            try (StatelessSession stateless =
                hibernate.getSessionFactory().openStatelessSession(connection)) {
              return work.apply(stateless);
            }
          });
    } catch (PersistenceException | ModelException e) {
      throw unavailable(e);
    }
  }

  private static ProviderUnavailableException unavailable(RuntimeException cause) {
    return new ProviderUnavailableException(
        "Keycloak's database cannot be used: " + cause.getClass().getSimpleName(),
        Effect.NONE,
        cause);
  }
}
