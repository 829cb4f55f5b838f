package io.latchkey.hibernate.token;

import io.latchkey.hibernate.database.Transactions;
import io.latchkey.spi.token.NewToken;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.hibernate.query.MutationQuery;

/** Changes tokens by several statements in a transaction, which every database understands. */
final class TransactionTokenWriter implements TokenWriter {

  private static final String DELETE =
      "delete from latchkey_token where token_id = :tokenId"
          + " and organization_id = :organizationId and user_id = :userId";
  private static final String DELETE_ALL =
      "delete from latchkey_token"
          + " where organization_id = :organizationId and user_id = :userId";

  private final Transactions database;
  private final Optional<RemovalLog> removals;

  /**
   * Creates a writer.
   *
   * @param database the database
   * @param removals where other servers learn of removals; absent if there are none
   */
  TransactionTokenWriter(Transactions database, Optional<RemovalLog> removals) {
    this.database = database;
    this.removals = removals;
  }

  @Override
  public Optional<Long> create(NewToken token) {
    OwnerKey owner = OwnerKey.of(token.owner());
    while (true) {
      Optional<Attempt> attempt = database.change(session -> insert(session, owner, token));
      if (attempt.isEmpty() || attempt.get().sequence().isPresent()) {
        return attempt.flatMap(Attempt::sequence);
      }
      EventCounter.ensure(database, owner);
    }
  }

  /** A try to create a token; without a sequence, its owner has no counter yet. */
  private record Attempt(Optional<Long> sequence) {}

  /** The counter is written last: a duplicate leaves it as it is. */
  private static Optional<Attempt> insert(
      StatelessSession session, OwnerKey owner, NewToken token) {
    Optional<Long> sequence = EventCounter.lock(session, owner).map(last -> last + 1);
    if (sequence.isPresent()) {
      try {
        session.insert(new TokenRow(token, sequence.get()));
      } catch (ConstraintViolationException e) {
        if (e.getKind() == ConstraintKind.UNIQUE) {
          return Optional.empty();
        }
        throw e;
      }
      EventCounter.set(session, owner, sequence.get());
    }
    return Optional.of(new Attempt(sequence));
  }

  @Override
  public Optional<Long> remove(OwnerKey owner, long tokenId) {
    return database
        .change(session -> delete(session, DELETE, owner, Optional.of(tokenId)))
        .map(Deletion::last);
  }

  @Override
  public long removeAll(OwnerKey owner) {
    return database
        .change(session -> delete(session, DELETE_ALL, owner, Optional.empty()))
        .map(Deletion::tokens)
        .orElse(0L);
  }

  /** What a delete has done: how many tokens went, and the number of the last event now. */
  private record Deletion(long tokens, long last) {}

  private Optional<Deletion> delete(
      StatelessSession session, String delete, OwnerKey owner, Optional<Long> tokenId) {
    Optional<Long> last = EventCounter.lock(session, owner);
    if (last.isEmpty()) {
      return Optional.empty();
    }
    removals.ifPresent(log -> log.tell(session, owner, tokenId));
    MutationQuery query =
        session
            .createNativeMutationQuery(delete)
            .setParameter("organizationId", owner.organizationId())
            .setParameter("userId", owner.userId());
    tokenId.ifPresent(id -> query.setParameter("tokenId", id));
    long tokens = query.executeUpdate();
    if (tokens == 0) {
      return Optional.empty();
    }
    EventCounter.set(session, owner, last.get() + tokens);
    return Optional.of(new Deletion(tokens, last.get() + tokens));
  }
}
