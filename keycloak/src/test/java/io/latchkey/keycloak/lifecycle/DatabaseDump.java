package io.latchkey.keycloak.lifecycle;

import io.latchkey.keycloak.server.KeycloakFolder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that is in the embedded database of a Keycloak that does not run, as statements of SQL, read
 * by the H2 that this Keycloak brings.
 *
 * @param structure what makes tables, columns, keys and indexes
 * @param rows what makes the rows of each table, by its name
 */
record DatabaseDump(Set<String> structure, Map<String, Set<String>> rows) {

  private static final Pattern INSERT =
      Pattern.compile("INSERT INTO \"PUBLIC\"\\.\"(\\w+)\".*", Pattern.DOTALL);

  static DatabaseDump of(KeycloakFolder folder) throws SQLException {
    Set<String> structure = new TreeSet<>();
    Map<String, Set<String>> rows = new TreeMap<>();
    String url =
        "jdbc:h2:file:" + folder.file("data/h2/keycloakdb") + ";IFEXISTS=TRUE;NON_KEYWORDS=VALUE";
    // Keycloak's own has neither a user nor a password.
    try (Connection connection = DriverManager.getConnection(url, "", "");
        ResultSet statements = connection.createStatement().executeQuery("SCRIPT SIMPLE")) {
      while (statements.next()) {
        String sql = statements.getString(1);
        Matcher insert = INSERT.matcher(sql);
        if (insert.matches()) {
          rows.computeIfAbsent(insert.group(1), table -> new TreeSet<>()).add(sql);
        } else if (!sql.startsWith("--")) {
          structure.add(sql);
        }
      }
    }
    return new DatabaseDump(structure, rows);
  }
}
