package io.latchkey.host;

import io.latchkey.core.Latchkey;
import io.latchkey.core.config.Settings;
import io.latchkey.core.provider.ProviderLookup;
import io.latchkey.tck.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A host in the process of the test, on a real port and a real database, with a clock that the test
 * moves.
 */
final class EmbeddedHost extends TestHost {

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T12:00:00Z"));
  private final Host host;
  private final String administratorToken;

  EmbeddedHost(Path folder) {
    super(emptyImportFile(folder));
    ProviderLookup lookup = ProviderLookup.in(EmbeddedHost.class.getClassLoader());
    Settings settings =
        Settings.of(Latchkey.keys(lookup).and(HostKeys.all()))
            .withArguments(
                List.of(
                    "--http.port=0",
                    "--data.dir=" + folder,
                    "--directory.import=" + folder.resolve("users.json"),
                    "--directory.import-interval=PT0.01S"));
    host = Host.start(lookup, settings, clock);
    try {
      administratorToken = Files.readString(folder.resolve("bootstrap.pat")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
  public void close() {
    host.close();
  }
}
