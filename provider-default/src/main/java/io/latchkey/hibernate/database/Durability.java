package io.latchkey.hibernate.database;

import java.sql.SQLException;

/** Makes what was committed survive, where a commit of the database does not by itself. */
interface Durability {

  /** For databases whose commits survive. */
  Durability NONE = () -> {};

  /** Returns once all that was committed before the call survives. */
  void await() throws SQLException;
}
