package io.latchkey.bench.start;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One way to start the server, and what was measured of it. */
final class Way {

  private final HttpClient http;
  private final String name;
  private final List<String> java;
  private final Measured empty = new Measured();
  private final Measured existing = new Measured();
  private final Measured processor = new Measured();
  private final Measured resident = new Measured();
  private final Measured share = new Measured();
  private final Measured residentUnderLoad = new Measured();
  private final Measured shareUnderLoad = new Measured();
  private final Measured rate = new Measured();

  Way(HttpClient http, String name, List<String> java) {
    this.http = http;
    this.name = name;
    this.java = java;
  }

  /** Starts it on an empty folder, again on what that has left behind, and lets clients loose. */
  void measure(int loadSeconds) throws IOException, InterruptedException, ExecutionException {
    Path folder = Files.createTempDirectory("latchkey-start");
    try {
      long begin = System.nanoTime();
      try (StartedServer server = StartedServer.start(http, java, folder)) {
        server.create(0);
        empty.add(secondsSince(begin));
      }
      begin = System.nanoTime();
      try (StartedServer server = StartedServer.start(http, java, folder)) {
        server.create(0);
        existing.add(secondsSince(begin));
        processor.add(server.processorTime().toMillis() / 1e3);
        note(server, resident, share);
        rate.add(load(server, loadSeconds));
        note(server, residentUnderLoad, shareUnderLoad);
      }
    } finally {
      delete(folder);
    }
  }

  private static void note(StartedServer server, Measured resident, Measured share)
      throws IOException {
    StartedServer.Memory memory = server.memory();
    resident.add(memory.resident() / 1024.0);
    share.add(memory.share() / 1024.0);
  }

  private static double secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static double load(StartedServer server, int seconds)
      throws InterruptedException, ExecutionException {
    ExecutorService clients = Executors.newFixedThreadPool(StartedServer.USERS);
    try {
      long begin = System.nanoTime();
      long end = begin + TimeUnit.SECONDS.toNanos(seconds);
      List<Future<Long>> counts = new ArrayList<>();
      for (int user = 0; user < StartedServer.USERS; user++) {
        int own = user;
        counts.add(clients.submit(() -> createUntil(end, server, own)));
      }
      long done = 0;
      for (Future<Long> count : counts) {
        done += count.get();
      }
      return done / secondsSince(begin);
    } finally {
      clients.shutdownNow();
    }
  }

  private static long createUntil(long end, StartedServer server, int user)
      throws IOException, InterruptedException {
    long done = 0;
    while (System.nanoTime() < end) {
      server.create(user);
      done++;
    }
    return done;
  }

  /** A line of the table. */
  String row() {
    return String.join(
        " | ",
        "| " + name,
        empty.cell("%.2f"),
        existing.cell("%.2f"),
        processor.cell("%.2f"),
        resident.cell("%.0f"),
        share.cell("%.0f"),
        residentUnderLoad.cell("%.0f"),
        shareUnderLoad.cell("%.0f"),
        rate.cell("%.0f") + " |");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> entries = Files.walk(folder)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(entry);
      }
    }
  }
}
