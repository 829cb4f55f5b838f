package io.latchkey.tck.memory;

import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.UserDirectoryBackend;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Each directory is a further one over the same entries; an interruption makes them all fail. */
public final class InMemoryUserDirectoryBackend implements UserDirectoryBackend {

  private final InMemoryUserDirectory directory = new InMemoryUserDirectory();
  private final List<InMemoryUserDirectory> opened = new CopyOnWriteArrayList<>();
  private boolean interrupted;
  private DirectoryFixture filled = new DirectoryFixture(List.of(), List.of(), List.of());

  public InMemoryUserDirectoryBackend() {}

  @Override
  public UserDirectory open() {
    InMemoryUserDirectory another = directory.open();
    if (interrupted) {
      another.fail(Effect.NONE);
    }
    opened.add(another);
    return another;
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
    interrupted = true;
    opened.forEach(each -> each.fail(Effect.NONE));
  }

  @Override
  public void restore() {
    interrupted = false;
    opened.forEach(InMemoryUserDirectory::recover);
  }

  @Override
  public Set<Feature> features() {
    return Set.of(Feature.SEARCH);
  }

  @Override
  public void close() {}
}
