package io.latchkey.hibernate.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/** Where databases are: on one server, or on a primary that changes. */
public interface PostgresService {

  /**
   * Where a database is.
   *
   * @param database its name
   * @return the JDBC URL, without a user
   */
  String url(String database);

  /**
   * Connects as the administrator, to what takes changes now.
   *
   * @param database the database
   * @return a connection, which the caller closes
   * @throws SQLException if the server refuses
   */
  Connection connect(String database) throws SQLException;
}
