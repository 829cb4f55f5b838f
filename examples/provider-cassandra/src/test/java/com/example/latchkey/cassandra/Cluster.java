package com.example.latchkey.cassandra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The three nodes that the cluster script has started, and what can be done to them. */
final class Cluster {

  private final Path script;
  private final Path directory;

  /**
   * Takes over nodes that run.
   *
   * @param script the cluster script
   * @param directory the folder of the nodes
   */
  Cluster(Path script, Path directory) {
    this.script = script.toAbsolutePath();
    this.directory = directory.toAbsolutePath();
  }

  /** The nodes that the build was started with. */
  static Cluster ofBuild() {
    String directory = System.getProperty("cluster.directory", "");
    if (directory.isEmpty() || !Files.isDirectory(Path.of(directory))) {
      throw new IllegalStateException(
          "-Dcluster.directory must name the folder that ./cluster start was called with");
    }
    return new Cluster(Path.of("cluster"), Path.of(directory));
  }

  String contactPoints() {
    return run("contact-points").strip();
  }

  /** The numbers of the nodes that run. */
  List<Integer> running() {
    return run("status")
        .lines()
        .filter(line -> line.contains("runs"))
        .map(line -> Integer.valueOf(line.split(" ", -1)[1]))
        .toList();
  }

  /** The files of all nodes, up or down, but those in which Cassandra keeps its own affairs. */
  Stream<byte[]> content() {
    return Stream.of(1, 2, 3)
        .map(node -> directory.resolve("node" + node))
        .flatMap(
            node ->
                Stream.of(
                    node.resolve("commitlog"),
                    node.resolve("hints"),
                    node.resolve("data").resolve("latchkey")))
        .filter(Files::isDirectory)
        .flatMap(Cluster::files);
  }

  private static Stream<byte[]> files(Path folder) {
    try {
      return Files.walk(folder).filter(Files::isRegularFile).flatMap(Cluster::bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing of a file that has gone meanwhile: what was in it is in another one by then. */
  private static Stream<byte[]> bytes(Path file) {
    try {
      return Stream.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void kill(int node) {
    run("kill", Integer.toString(node));
  }

  void revive(int node) {
    run("revive", Integer.toString(node));
  }

  /** Stops all nodes in their tracks. Their connections stay, and nothing comes back on them. */
  void freeze() {
    run("freeze");
  }

  void thaw() {
    run("thaw");
  }

  private String run(String... words) {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(words));
    command.add(directory.toString());
    try {
      Path output = Files.createTempFile("cluster", ".out");
      try {
        // Into a file: a node that is started keeps the script's streams open.
        Process process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(180, TimeUnit.SECONDS) || process.exitValue() != 0) {
          process.destroy();
          throw new IllegalStateException(command + " failed: " + Files.readString(output));
        }
        return Files.readString(output);
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + command + " ran", e);
    }
  }
}
