package io.latchkey.tck.mutant;

import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.UserDirectoryBackend;
import io.latchkey.tck.memory.InMemoryUserDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Managed directories in memory, so that the rules for them can be broken. */
final class ManagedMemoryBackend implements UserDirectoryBackend {

  private final InMemoryUserDirectory entries = new InMemoryUserDirectory();
  private final ManagedMemory memory = new ManagedMemory(entries);
  private final List<InMemoryUserDirectory> opened = new ArrayList<>();
  private boolean interrupted;

  @Override
  public UserDirectory open() {
    InMemoryUserDirectory node = entries.open();
    if (interrupted) {
      node.fail(Effect.NONE);
    }
    opened.add(node);
    return new ManagedMemoryDirectory(node, memory);
  }

  @Override
  public void fill(DirectoryFixture fixture) {
    memory.fill(fixture.organizations(), fixture.users());
  }

  @Override
  public void interrupt() {
    interrupted = true;
    opened.forEach(node -> node.fail(Effect.NONE));
  }

  @Override
  public void restore() {
    interrupted = false;
    opened.forEach(InMemoryUserDirectory::recover);
  }

  @Override
  public Set<Feature> features() {
    return Set.of(Feature.SEARCH, Feature.MANAGED);
  }

  @Override
  public Path importFile(DirectoryFixture fixture, Path folder) {
    List<String> lines = new ArrayList<>();
    fixture
        .organizations()
        .forEach(o -> lines.add(String.join("\t", "organization", o.organizationId(), o.name())));
    fixture
        .users()
        .forEach(
            u ->
                lines.add(
                    String.join(
                        "\t",
                        "user",
                        u.userId(),
                        u.organizationId(),
                        u.kind().name(),
                        u.state().name(),
                        u.loginName())));
    fixture.memberships().forEach(m -> lines.add("membership\t" + m.userId()));
    try {
      return Files.write(folder.resolve("entries.tsv"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {}
}
