package io.latchkey.hibernate.postgres;

import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.UserDirectoryBackend;
import java.util.Set;

/** One server for all tests of a class, emptied for each. */
record PostgresUserDirectoryBackend(PostgresBackend postgres) implements UserDirectoryBackend {

  PostgresUserDirectoryBackend {
    try (UserDirectory users = postgres.users()) {
      users.check(); // makes the tables
    }
    postgres.emptyDirectory();
  }

  @Override
  public UserDirectory open() {
    return postgres.users();
  }

  @Override
  public void fill(DirectoryFixture fixture) {
    postgres.fill(fixture);
  }

  @Override
  public void interrupt() {
    postgres.interrupt();
  }

  @Override
  public void restore() {
    postgres.restore();
  }

  @Override
  public Set<Feature> features() {
    return Set.of(Feature.SEARCH, Feature.MANAGED);
  }

  @Override
  public void close() {
    postgres.settle();
  }
}
