package io.latchkey.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The machine users of the servers under load. */
public final class Users {

  private static final int COUNT = 100;

  private Users() {}

  static List<String> ids() {
    return IntStream.range(0, COUNT).mapToObj(i -> "user-" + i).toList();
  }

  /**
   * Writes the file that a server with a directory of its own imports.
   *
   * @param folder where the server runs
   * @param ids the ids of the users, who are all of one organization
   * @throws IOException if it cannot be written
   */
  public static void write(Path folder, List<String> ids) throws IOException {
    String users =
        ids.stream()
            .map(id -> "{\"id\":\"" + id + "\",\"organization\":\"acme\",\"kind\":\"machine\"}")
            .collect(Collectors.joining(",\n"));
    Files.writeString(
        folder.resolve("users.json"),
        "{\"organizations\":[{\"id\":\"acme\"}],\n\"users\":[" + users + "]}\n");
  }
}
