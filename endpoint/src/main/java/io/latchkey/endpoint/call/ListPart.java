package io.latchkey.endpoint.call;

import io.latchkey.endpoint.error.Errors;
import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.message.ListQuery;
import io.latchkey.spi.token.TokenCondition;
import io.latchkey.spi.token.TokenOrder;
import io.latchkey.spi.token.TokenQuery;
import java.util.List;
import java.util.Optional;

/** Which part of a list is asked for, with the limits of the contract. */
final class ListPart {

  private static final int DEFAULT_LIMIT = 100;

  private ListPart() {}

  /** Newest first, unless the oldest are asked for. */
  static TokenQuery of(ListQuery part, TokenOrder.Field sortedBy, List<TokenCondition> conditions) {
    if (part.limit() > TokenQuery.MAX_LIMIT) {
      throw new CallException(Errors.LIMIT_EXCEEDED);
    }
    return new TokenQuery(
        conditions,
        new TokenOrder(sortedBy, part.asc()),
        Optional.of(part.pageToken()).filter(token -> !token.isEmpty()),
        // From 2⁶³ on it is negative here, and past the end of any list.
        part.offset() < 0 ? Long.MAX_VALUE : part.offset(),
        part.limit() == 0 ? DEFAULT_LIMIT : (int) part.limit());
  }
}
