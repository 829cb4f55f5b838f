package io.latchkey.hibernate;

import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.UserDirectoryBackend;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/**
 * One database for all tests, emptied for each: to open one takes a second. What is filled in is
 * imported.
 */
public final class H2UserDirectoryBackend implements UserDirectoryBackend {

  private static final List<String> TABLES =
      List.of(
          "latchkey_membership", "latchkey_user", "latchkey_removed_user", "latchkey_organization");

  private final H2Nodes nodes;

  public H2UserDirectoryBackend(H2Context context) {
    nodes = new H2Nodes(context);
    try (Connection connection = DriverManager.getConnection(context.openUrl());
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute("DELETE FROM " + table);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public UserDirectory open() {
    return nodes.next().users();
  }

  @Override
  public void fill(DirectoryFixture fixture) {
    nodes.context().fill(fixture);
  }

  @Override
  public void interrupt() {
    nodes.interrupt();
  }

  @Override
  public void restore() {
    nodes.restore();
  }

  @Override
  public Set<Feature> features() {
    return Set.of(Feature.SEARCH, Feature.MANAGED);
  }

  @Override
  public void close() {
    nodes.close();
  }
}
