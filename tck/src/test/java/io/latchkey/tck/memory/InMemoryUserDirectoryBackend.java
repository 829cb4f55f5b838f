package io.latchkey.tck.memory;

import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.UserDirectoryBackend;
import java.util.List;
import java.util.Set;

/** A directory in memory is its own backend. */
public final class InMemoryUserDirectoryBackend implements UserDirectoryBackend {

  private final InMemoryUserDirectory directory = new InMemoryUserDirectory();
  private DirectoryFixture filled = new DirectoryFixture(List.of(), List.of(), List.of());

  public InMemoryUserDirectoryBackend() {}

  @Override
  public UserDirectory open() {
    return directory;
  }

  @Override
  public void fill(DirectoryFixture fixture) {
    filled.users().stream().map(User::userId).forEach(directory::removeUser);
    filled.organizations().stream()
        .map(Organization::organizationId)
        .forEach(directory::removeOrganization);
    fixture.organizations().forEach(directory::put);
    fixture.users().forEach(directory::put);
    filled = fixture;
  }

  @Override
  public void interrupt() {
    directory.fail(Effect.NONE);
  }

  @Override
  public void restore() {
    directory.recover();
  }

  @Override
  public Set<Feature> features() {
    return Set.of(Feature.SEARCH);
  }

  @Override
  public void close() {}
}
