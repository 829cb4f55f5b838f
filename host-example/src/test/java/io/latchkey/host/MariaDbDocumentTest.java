package io.latchkey.host;

import io.latchkey.hibernate.mariadb.MariaDbServer;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MariaDbDocumentTest extends DatabaseDocumentContract {

  private static MariaDbServer server;

  MariaDbDocumentTest() {
    super("mariadb.md");
  }

  @BeforeAll
  static void startServer() {
    server = MariaDbServer.start();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Override
  Connection connectAsAdministrator() throws SQLException {
    return server.connect("mysql");
  }

  @Override
  String url(String database) {
    return server.url(database);
  }
}
