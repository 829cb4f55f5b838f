package io.latchkey.host.protocol;

import io.latchkey.host.EmbeddedHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A host with one organization, {@code acme}, and one machine user in it, {@code ci}. */
public final class AcmeHost {

  static final String ORGANIZATION = "acme";
  static final String MACHINE = "ci";

  private static final String USERS =
      """
      {
        "organizations": [{"id": "acme"}],
        "users": [{"id": "ci", "organization": "acme", "kind": "machine"}]
      }
      """;

  private AcmeHost() {}

  /**
   * Starts a host.
   *
   * @param folder its data directory
   * @param settings what an operator would set beside that
   * @return the host, whose directory stands still
   */
  public static EmbeddedHost start(Path folder, Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>(settings);
    try {
      all.put(
          "directory.import", Files.writeString(folder.resolve("users.json"), USERS).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new EmbeddedHost(
        folder,
        all,
        (fixture, host) -> {
          throw new AssertionError("the directory of this host stands still");
        });
  }
}
