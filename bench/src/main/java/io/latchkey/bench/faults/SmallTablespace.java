package io.latchkey.bench.faults;

import io.latchkey.hibernate.postgres.PostgresDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Puts all tables of a database on a small disk. Its log of changes stays where it is, as with
 * operators who give it a disk of its own.
 *
 * @param database without tables yet
 * @param disk where they will be
 */
record SmallTablespace(PostgresDatabase database, SmallDisk disk) {

  void make() throws IOException {
    Path own = Files.createDirectories(disk.folder().resolve("tables"));
    try (Connection connection = database.service().connect("postgres");
        Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery("SHOW data_directory")) {
        row.next();
        Files.setOwner(own, Files.getOwner(Path.of(row.getString(1))));
      }
      statement.execute("CREATE TABLESPACE small LOCATION '" + own.toAbsolutePath() + "'");
      statement.execute("ALTER DATABASE " + database.name() + " SET TABLESPACE small");
    } catch (SQLException e) {
      throw new IOException("PostgreSQL does not take the small disk", e);
    }
  }
}
