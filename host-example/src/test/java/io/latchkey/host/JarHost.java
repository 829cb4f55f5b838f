package io.latchkey.host;

import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.http.HostUnderTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The packaged server in a process of its own, with the clock of the machine. */
final class JarHost implements HostUnderTest, AutoCloseable {

  private final ImportedDirectory directory;
  private final HostProcess process;
  private final URI uri;
  private final String administratorToken;

  private JarHost(Path folder, ImportedDirectory directory, HostProcess process, URI uri)
      throws IOException {
    this.directory = directory;
    this.process = process;
    this.uri = uri;
    this.administratorToken = Files.readString(folder.resolve("data/bootstrap.pat")).strip();
  }

  static JarHost start(Path folder, String... more) throws Exception {
    ImportedDirectory directory = ImportedDirectory.empty(folder);
    Stream<String> flags =
        Stream.of(
            "--data.dir=data",
            "--directory.import=users.json",
            "--directory.import-interval=PT0.01S");
    HostProcess process =
        HostProcess.start(
            folder,
            Map.of("LATCHKEY_HTTP_PORT", "0"),
            Stream.concat(flags, Stream.of(more)).toArray(String[]::new));
    return new JarHost(folder, directory, process, process.awaitReady());
  }

  HostProcess process() {
    return process;
  }

  @Override
  public URI baseUri() {
    return uri;
  }

  @Override
  public String administratorToken() {
    return administratorToken;
  }

  @Override
  public void fill(DirectoryFixture fixture) {
    directory.fill(fixture, this);
  }

  /** Waits: this host has the clock of the machine. */
  @Override
  public void passTime(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(100)));
    }
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public void close() {
    process.close();
  }
}
