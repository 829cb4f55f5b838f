package io.latchkey.hibernate;

import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.UserDirectoryBackend;
import java.util.Set;

/** One database for all tests; what is filled in is imported. */
public record H2UserDirectoryBackend(H2Context context) implements UserDirectoryBackend {

  @Override
  public UserDirectory open() {
    return context.users();
  }

  @Override
  public void fill(DirectoryFixture fixture) {
    context.fill(fixture);
  }

  @Override
  public void interrupt() {
    context.interrupt();
  }

  @Override
  public void restore() {
    context.restore();
  }

  @Override
  public Set<Feature> features() {
    return Set.of(Feature.SEARCH, Feature.MANAGED);
  }

  @Override
  public void close() {
    context.restore();
  }
}
