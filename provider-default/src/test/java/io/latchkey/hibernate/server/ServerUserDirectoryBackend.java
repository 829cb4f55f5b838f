package io.latchkey.hibernate.server;

import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.UserDirectoryBackend;
import java.util.Set;

/**
 * One server for all tests of a class, emptied for each.
 *
 * @param server the server, which goes on after a test
 */
public record ServerUserDirectoryBackend(ServerBackend server) implements UserDirectoryBackend {

  /** Makes the tables, and empties them. */
  public ServerUserDirectoryBackend {
    try (UserDirectory users = server.users()) {
      users.check(); // makes the tables
    }
    server.emptyDirectory();
  }

  @Override
  public UserDirectory open() {
    return server.users();
  }

  @Override
  public void fill(DirectoryFixture fixture) {
    server.fill(fixture);
  }

  @Override
  public void interrupt() {
    server.interrupt();
  }

  @Override
  public void restore() {
    server.restore();
  }

  @Override
  public Set<Feature> features() {
    return Set.of(Feature.SEARCH, Feature.MANAGED);
  }

  @Override
  public void close() {
    server.settle();
  }
}
