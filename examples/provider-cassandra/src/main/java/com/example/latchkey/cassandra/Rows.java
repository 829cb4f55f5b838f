package com.example.latchkey.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads values that every row of this store has. */
final class Rows {

  private Rows() {}

  static String text(Row row, String column) {
    return present(row.getString(column), column);
  }

  static UUID uuid(Row row, String column) {
    return present(row.getUuid(column), column);
  }

  static <T> T present(@Nullable T value, String column) {
    if (value == null) {
      throw new ProviderUnavailableException(
          "a row in the tables of tokens has no " + column, Effect.NONE, null);
    }
    return value;
  }
}
