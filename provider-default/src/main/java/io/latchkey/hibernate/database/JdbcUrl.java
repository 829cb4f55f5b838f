package io.latchkey.hibernate.database;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A JDBC URL, and what can be told of a database from it.
 *
 * @param text the URL as the operator wrote it; may hold a password
 */
public record JdbcUrl(String text) {

  /** Added to the URL of an H2 file, which {@link H2File} has made before. */
  static final String MUST_BE_THERE = ";IFEXISTS=TRUE";

  private static final String H2 = "jdbc:h2:";
  private static final String POSTGRES = "jdbc:postgresql:";
  private static final String MARIADB = "jdbc:mariadb:";
  private static final Pattern CREDENTIALS = Pattern.compile("//[^/?;]*@");

  /**
   * A file without a file system of H2 before it. Through {@code retry:} it survives the interrupt
   * of a thread that reads or writes, which would close the database for all.
   */
  private static final Pattern PLAIN_FILE =
      Pattern.compile("^(jdbc:h2:)(?:file:)?(?![a-zA-Z]{2,}:)");

  /**
   * Settings for H2 in a file. Not among them, ever: {@code RETENTION_TIME=0}, which keeps the file
   * small and lets H2 write over what a process that dies at that moment still needs.
   */
  private static final List<String> H2_FILE_SETTINGS =
      List.of(
          // Without it H2 loses the commits of the last half second when the process dies.
          "WRITE_DELAY=0",
          // Many writers of one user queue for one row; the default of two seconds is too short.
          "LOCK_TIMEOUT=10000",
          // We close the database; a shutdown hook of its own would do so under running requests.
          "DB_CLOSE_ON_EXIT=FALSE",
          MUST_BE_THERE.substring(1));

  /**
   * Refuses what is not a JDBC URL, and a password where drivers take it for a host, and tell it.
   */
  public JdbcUrl {
    if (!requireNonNull(text, "text").startsWith("jdbc:")) {
      throw new IllegalArgumentException("must be a JDBC URL, which starts with jdbc:");
    }
    if ((text.startsWith(POSTGRES) || text.startsWith(MARIADB))
        && CREDENTIALS.matcher(text).find()) {
      throw new IllegalArgumentException(
          "must not hold a user before the host: set the keys user and password");
    }
  }

  /**
   * The URL of an H2 database in a file.
   *
   * @param file the file without its suffix {@code .mv.db}
   * @return the URL
   */
  public static JdbcUrl h2File(Path file) {
    if (file.toString().contains(";")) {
      throw new IllegalArgumentException("the path of an H2 database must not hold a ';': " + file);
    }
    return new JdbcUrl(H2 + "file:" + file);
  }

  /**
   * Whether H2 keeps the database in a file of this process.
   *
   * @return false for other databases, and for H2 in memory or behind a server
   */
  public boolean isH2File() {
    return text.startsWith(H2) && !text.substring(H2.length()).matches("(?s)(mem|tcp|ssl):.*");
  }

  /**
   * Whether the database is H2.
   *
   * @return true for H2, wherever it keeps its data
   */
  public boolean isH2() {
    return text.startsWith(H2);
  }

  /**
   * Whether the database is PostgreSQL.
   *
   * @return true for PostgreSQL, and for what is spoken to by its driver
   */
  public boolean isPostgres() {
    return text.startsWith(POSTGRES);
  }

  /**
   * Whether the database is MariaDB.
   *
   * @return true for MariaDB, on one server or several
   */
  public boolean isMariaDb() {
    return text.startsWith(MARIADB);
  }

  /**
   * The URL to connect with: for H2 in a file, the settings that durability needs are added where
   * the operator has not set them.
   *
   * @return the text of the URL
   */
  String withSettings() {
    if (!isH2File()) {
      return text;
    }
    String known = text.toUpperCase(Locale.ROOT);
    StringBuilder url = new StringBuilder(PLAIN_FILE.matcher(text).replaceFirst("$1retry:"));
    for (String setting : H2_FILE_SETTINGS) {
      String name = setting.substring(0, setting.indexOf('=') + 1);
      if (!known.contains(";" + name)) {
        url.append(';').append(setting);
      }
    }
    return url.toString();
  }

  /** The database as an operator knows it: the file, or the URL without settings and passwords. */
  @Override
  public String toString() {
    String base = text.split("[;?]", 2)[0];
    if (isH2File()) {
      return base.substring(H2.length()).replaceFirst("^(file:)?(retry:)?", "") + ".mv.db";
    }
    return CREDENTIALS.matcher(base).replaceFirst("//");
  }
}
