package io.latchkey.hibernate.database;

import java.lang.System.Logger.Level;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.jspecify.annotations.Nullable;

/** Flyway's log: its eight lines at each start are for who debugs. Named to Flyway by its name. */
public final class SchemaLog implements LogCreator, Log {

  private static final System.Logger LOGGER = System.getLogger(SchemaLog.class.getName());

  /** Creates the log. */
  public SchemaLog() {}

  @Override
  public Log createLogger(Class<?> type) {
    return this;
  }

  @Override
  public void debug(String message) {
    LOGGER.log(Level.TRACE, message);
  }

  @Override
  public void info(String message) {
    LOGGER.log(Level.DEBUG, message);
  }

  @Override
  public void notice(String message) {
    LOGGER.log(Level.DEBUG, message);
  }

  @Override
  public void warn(String message) {
    LOGGER.log(Level.WARNING, message);
  }

  @Override
  public void error(String message) {
    LOGGER.log(Level.ERROR, message);
  }

  @Override
  public void error(String message, @Nullable Exception cause) {
    LOGGER.log(Level.ERROR, message, cause);
  }
}
