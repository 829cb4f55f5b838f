package io.latchkey.bench.faults.site;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Nodes on one database, with users that have no role and no token yet. For one thread. */
public final class Site implements AutoCloseable {

  private final List<Node> nodes = new ArrayList<>();
  private final Path folder;
  private final String administrator;
  private int usersTaken;

  private Site(Path folder, int users, int count, Map<String, String> environment, Program program)
      throws IOException, InterruptedException {
    this.folder = folder;
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("users.json"), users(users));
    List<String> flags = new ArrayList<>(program.flags());
    flags.add("--directory.import=" + folder.resolve("users.json").toAbsolutePath());
    for (int number = 1; number <= count; number++) {
      Path own = Files.createDirectories(folder.resolve("node-" + number));
      Node node = new Node(number, program.jar(), own, environment, flags);
      nodes.add(node);
      node.start();
      if (number == 1) {
        node.awaitReady(); // It makes the tables and the administrator.
      }
    }
    for (Node node : nodes) {
      node.awaitReady();
    }
    administrator = Files.readString(dataFolder().resolve("bootstrap.pat")).strip();
  }

  /**
   * What is started.
   *
   * @param jar of the server
   * @param flags that an operator would add
   */
  public record Program(Path jar, List<String> flags) {

    /** Copies the flags. */
    public Program {
      flags = List.copyOf(flags);
    }
  }

  /**
   * Starts one node on the embedded database.
   *
   * @param program what is started
   * @param folder where it works; its data is in {@code node-1/latchkey-data}
   * @param users how many users there will be
   * @return a site that answers
   * @throws IOException if it does not start
   * @throws InterruptedException if this thread is interrupted
   */
  public static Site embedded(Program program, Path folder, int users)
      throws IOException, InterruptedException {
    return new Site(folder, users, 1, Map.of(), program);
  }

  /**
   * Starts some nodes on a database.
   *
   * @param program what is started
   * @param folder where they work
   * @param users how many users there will be
   * @param count of the nodes
   * @param settings keys that say where the database is, with their texts
   * @return a site that answers
   * @throws IOException if it does not start
   * @throws InterruptedException if this thread is interrupted
   */
  public static Site on(
      Program program, Path folder, int users, int count, Map<String, String> settings)
      throws IOException, InterruptedException {
    return new Site(folder, users, count, Environment.of(settings), program);
  }

  private static String users(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            i ->
                "{\"id\":\"u%d\",\"organization\":\"%s\",\"kind\":\"machine\"}"
                    .formatted(i, Calls.ORGANIZATION))
        .collect(
            joining(
                ",",
                "{\"organizations\":[{\"id\":\"" + Calls.ORGANIZATION + "\"}],\"users\":[",
                "]}"));
  }

  /**
   * Its nodes.
   *
   * @return one or more
   */
  public List<Node> nodes() {
    return List.copyOf(nodes);
  }

  /**
   * Where the first node keeps its data.
   *
   * @return a folder that is there
   */
  public Path dataFolder() {
    return folder.resolve("node-1").resolve("latchkey-data");
  }

  /**
   * The token of one who may do everything.
   *
   * @return the secret
   */
  public String administrator() {
    return administrator;
  }

  /**
   * Takes users whom nobody has taken before.
   *
   * @param count how many
   * @return their ids
   */
  public List<String> takeUsers(int count) {
    List<String> taken =
        IntStream.rangeClosed(usersTaken + 1, usersTaken + count).mapToObj(i -> "u" + i).toList();
    usersTaken += count;
    return taken;
  }

  @Override
  public void close() {
    nodes.forEach(Node::close);
  }
}
