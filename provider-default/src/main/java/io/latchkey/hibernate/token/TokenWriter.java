package io.latchkey.hibernate.token;

import io.latchkey.spi.token.NewToken;
import java.util.Optional;

/**
 * How a database is told of what counts as an event of an owner. The events of one owner come one
 * after the other, by the lock of its row in {@code latchkey_event_counter}, which each change
 * takes before it touches a token; those of different owners never wait for each other.
 */
interface TokenWriter {

  /**
   * Stores a token.
   *
   * @return the number of the event; absent if there is a token with its id or its digest, and
   *     nothing has changed
   */
  Optional<Long> create(NewToken token);

  /**
   * Removes a token.
   *
   * @return the number of the event; absent if the owner has no such token, and nothing has changed
   */
  Optional<Long> remove(OwnerKey owner, long tokenId);

  /**
   * Removes all tokens of an owner, each being an event.
   *
   * @return how many there were
   */
  long removeAll(OwnerKey owner);
}
