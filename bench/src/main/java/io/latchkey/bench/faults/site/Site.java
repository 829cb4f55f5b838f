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

  private final List<Node> nodes;
  private final String administrator;
  private int usersTaken;

  private Site(List<Node> nodes, String administrator) {
    this.nodes = List.copyOf(nodes);
    this.administrator = administrator;
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
   * @param folder where it works
   * @param users how many users there will be
   * @param data where the database is
   * @return a site that answers
   * @throws IOException if it does not start
   * @throws InterruptedException if this thread is interrupted
   */
  public static Site embedded(Program program, Path folder, int users, Path data)
      throws IOException, InterruptedException {
    List<String> flags = flags(program, folder, users);
    flags.add("--data.dir=" + data.toAbsolutePath());
    Node node = new Node(1, program.jar(), folder, Map.of(), flags);
    node.start();
    node.awaitReady();
    return new Site(List.of(node), administrator(data));
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
    List<String> flags = flags(program, folder, users);
    List<Node> nodes = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      Path own = Files.createDirectories(folder.resolve("node-" + number));
      Node node = new Node(number, program.jar(), own, Environment.of(settings), flags);
      node.start();
      nodes.add(node);
      node.awaitReady(); // The first one makes the tables and the administrator.
    }
    return new Site(nodes, administrator(folder.resolve("node-1").resolve("latchkey-data")));
  }

  private static List<String> flags(Program program, Path folder, int users) throws IOException {
    Path file = Files.writeString(folder.resolve("users.json"), users(users));
    List<String> flags = new ArrayList<>(program.flags());
    flags.add("--directory.import=" + file.toAbsolutePath());
    return flags;
  }

  private static String administrator(Path data) throws IOException {
    return Files.readString(data.resolve("bootstrap.pat")).strip();
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
    return nodes;
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
