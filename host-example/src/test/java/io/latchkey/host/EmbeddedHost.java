package io.latchkey.host;

import io.latchkey.core.provider.ProviderLookup;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.SettableClock;
import io.latchkey.tck.http.HostUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * A host in the process of the test, on a real port and on real providers, with a clock that the
 * test moves.
 */
public final class EmbeddedHost implements HostUnderTest, AutoCloseable {

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T12:00:00Z"));
  private final BiConsumer<DirectoryFixture, HostUnderTest> directory;
  private final boolean listsPermittedOrganizations;
  private final Host host;
  private final String administratorToken;

  /**
   * Starts a host.
   *
   * @param folder its data directory
   * @param settings what an operator would set
   * @param directory fills the directory of the host
   */
  public EmbeddedHost(
      Path folder,
      Map<String, String> settings,
      BiConsumer<DirectoryFixture, HostUnderTest> directory) {
    this(
        folder,
        settings,
        directory,
        ProviderLookup.in(EmbeddedHost.class.getClassLoader()),
        /* listsPermittedOrganizations= */ true);
  }

  private EmbeddedHost(
      Path folder,
      Map<String, String> settings,
      BiConsumer<DirectoryFixture, HostUnderTest> directory,
      ProviderLookup lookup,
      boolean listsPermittedOrganizations) {
    this.directory = directory;
    this.listsPermittedOrganizations = listsPermittedOrganizations;
    Map<String, String> all = new TreeMap<>(settings);
    all.put("http.port", "0");
    all.put("data.dir", folder.toString());
    host = Host.start(lookup, HostKeys.settings(lookup).with(all, " in the test"), clock);
    try {
      administratorToken = Files.readString(folder.resolve("bootstrap.pat")).strip();
    } catch (IOException e) {
      host.close();
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A host with a directory of its own, filled by an import file.
   *
   * @param folder its data directory
   * @param settings what an operator would set beside that
   * @return the host
   */
  public static EmbeddedHost withImportedDirectory(Path folder, Map<String, String> settings) {
    ImportedDirectory directory = ImportedDirectory.empty(folder);
    Map<String, String> all = new TreeMap<>(settings);
    all.put("directory.import", folder.resolve("users.json").toString());
    all.put("directory.import-interval", "PT0.01S");
    return new EmbeddedHost(folder, all, directory::fill);
  }

  /**
   * A host whose permission checker offers nothing beyond what it must.
   *
   * @param folder its data directory
   * @return the host
   */
  public static EmbeddedHost withABareChecker(Path folder) {
    MemoryDirectory directory = new MemoryDirectory();
    return new EmbeddedHost(
        folder,
        Map.of(
            "directory.bootstrap-user",
            MemoryDirectory.ADMINISTRATOR,
            "revocation-bound",
            "PT0S"), // it is filled behind the host
        (fixture, host) -> directory.fill(fixture),
        ProviderLookup.in(EmbeddedHost.class.getClassLoader())
            .with(directory.users())
            .with(directory.bareChecker()),
        /* listsPermittedOrganizations= */ false);
  }

  @Override
  public URI baseUri() {
    return host.uri();
  }

  @Override
  public String administratorToken() {
    return administratorToken;
  }

  @Override
  public void fill(DirectoryFixture fixture) {
    directory.accept(fixture, this);
  }

  @Override
  public void passTime(Duration duration) {
    clock.advance(duration);
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public boolean clockStandsStill() {
    return true;
  }

  @Override
  public boolean listsPermittedOrganizations() {
    return listsPermittedOrganizations;
  }

  @Override
  public void close() {
    host.close();
  }
}
