package io.latchkey.host;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** A line for each record on the standard error, in UTC, with tokens taken out. */
final class LogFormat extends Formatter {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  /** Loggers that tell at INFO what no operator needs, held so that they are not collected. */
  private static final Logger[] QUIET = {
    Logger.getLogger("com.zaxxer.hikari"),
    Logger.getLogger("org.eclipse.jetty"),
    Logger.getLogger("org.flywaydb"),
    Logger.getLogger("org.glassfish"),
    Logger.getLogger("org.hibernate")
  };

  /** Makes it the format of all logs of this process. */
  static void install() {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    ConsoleHandler handler = new ConsoleHandler();
    handler.setFormatter(new LogFormat());
    root.addHandler(handler);
    for (Logger logger : QUIET) {
      logger.setLevel(Level.WARNING);
    }
  }

  @Override
  public String format(LogRecord entry) {
    StringBuilder line = new StringBuilder();
    TIME.formatTo(entry.getInstant(), line);
    line.append(' ').append(entry.getLevel().getName());
    line.append(' ').append(entry.getLoggerName());
    line.append(": ").append(formatMessage(entry)).append('\n');
    if (entry.getThrown() != null) {
      StringWriter trace = new StringWriter();
      entry.getThrown().printStackTrace(new PrintWriter(trace));
      line.append(trace);
    }
    return Redaction.redact(line.toString());
  }
}
