package io.latchkey.host;

import io.latchkey.hibernate.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresDocumentTest extends DatabaseDocumentContract {

  private static PostgresServer server;

  PostgresDocumentTest() {
    super("postgresql.md");
  }

  @BeforeAll
  static void startServer() {
    server = PostgresServer.start();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Override
  Connection connectAsAdministrator() throws SQLException {
    return server.connect("postgres");
  }

  @Override
  String url(String database) {
    return server.url(database);
  }
}
