package io.latchkey.bench.report;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.latchkey.bench.measure.AnswerTimes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a run ran on. */
final class Machine {

  private static final int SYNCS = 200;
  private static final int BLOCK = 4096;

  private Machine() {}

  /** Sentences; a folder tells which disk is meant. */
  static List<String> describe(Path folder) throws IOException {
    FileStore disk = Files.getFileStore(folder);
    AnswerTimes syncs = syncs(folder.resolve("sync.tmp"));
    return List.of(
        "Date: " + Instant.now().truncatedTo(ChronoUnit.SECONDS),
        "Processor: "
            + value("/proc/cpuinfo", "model name")
            + ", "
            + Runtime.getRuntime().availableProcessors()
            + " cores",
        "Memory: " + value("/proc/meminfo", "MemTotal"),
        "Load when the run ended (1, 5, 15 minutes): " + first("/proc/loadavg"),
        "Kernel: " + System.getProperty("os.name") + " " + System.getProperty("os.version"),
        "JDK: " + System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        "Disk: " + disk.name() + ", " + disk.type(),
        String.format(
            Locale.ROOT,
            "fsync of %d bytes appended, %d times: median %.2f ms, p99 %.2f ms, the longest %.2f ms",
            BLOCK,
            SYNCS,
            syncs.millis(0.5),
            syncs.millis(0.99),
            syncs.maxMillis()));
  }

  private static AnswerTimes syncs(Path file) throws IOException {
    long[] nanos = new long[SYNCS];
    try (FileChannel channel = FileChannel.open(file, CREATE, WRITE, DELETE_ON_CLOSE)) {
      for (int i = 0; i < SYNCS; i++) {
        long start = System.nanoTime();
        channel.write(ByteBuffer.allocate(BLOCK));
        channel.force(false);
        nanos[i] = System.nanoTime() - start;
      }
    }
    return new AnswerTimes(nanos);
  }

  /** What Linux says; other systems have no such files. */
  private static String value(String file, String key) throws IOException {
    if (Files.notExists(Path.of(file))) {
      return "unknown";
    }
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    }
  }

  private static String first(String file) throws IOException {
    return Files.exists(Path.of(file)) ? Files.readString(Path.of(file)).strip() : "unknown";
  }
}
