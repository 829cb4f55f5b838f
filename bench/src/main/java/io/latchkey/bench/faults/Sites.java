package io.latchkey.bench.faults;

import io.latchkey.bench.faults.site.Site;
import io.latchkey.bench.faults.site.Site.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What the faults strike at, each started when it is needed first and kept for later rounds. */
final class Sites implements AutoCloseable {

  private final Program program;
  private final int users;
  private final Path folder;
  private final Deque<Runnable> open = new ArrayDeque<>();
  private @Nullable Site embedded;

  Sites(Options options) throws IOException {
    this.program = new Program(options.jar(), options.flags());
    this.users = 4 * options.rounds();
    this.folder = Files.createTempDirectory("latchkey-faults");
  }

  /** One node on H2 in a file. */
  Site embedded() throws IOException, InterruptedException {
    if (embedded == null) {
      embedded = Site.embedded(program, folder.resolve("embedded"), users);
      open.push(embedded::close);
    }
    return embedded;
  }

  @Override
  public void close() throws IOException {
    while (!open.isEmpty()) {
      open.pop().run();
    }
    Folders.delete(folder);
  }
}
