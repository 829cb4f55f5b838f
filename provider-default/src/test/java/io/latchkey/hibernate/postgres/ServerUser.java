package io.latchkey.hibernate.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Who runs the server: PostgreSQL refuses to run as root. */
enum ServerUser {
  /** The user of this JVM. */
  SELF(""),
  /** Nobody, by giving root up. */
  NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups"),
  /** Nobody in a user namespace of its own, which outside is still root. */
  NAMESPACE("unshare --user");

  private static final String NOBODY_ID = "65534";

  private final String prefix;

  ServerUser(String prefix) {
    this.prefix = prefix;
  }

  /** The first that works here. */
  static ServerUser find(Path folder) throws IOException, InterruptedException {
    if (!Files.getAttribute(folder, "unix:uid").equals(0)) {
      return SELF;
    }
    List<String> tried = new ArrayList<>();
    for (ServerUser user : List.of(NOBODY, NAMESPACE)) {
      List<String> command = user.command(PostgresFiles.program("postgres"), "--version");
      if (succeeds(command)) {
        return user;
      }
      tried.add(String.join(" ", command));
    }
    throw new AssertionError(
        "PostgreSQL does not run as root, and nothing here starts it as somebody else: " + tried);
  }

  private static boolean succeeds(List<String> command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(new File("/dev/null"))
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  List<String> command(String... command) {
    List<String> all = new ArrayList<>();
    if (!prefix.isEmpty()) {
      all.addAll(List.of(prefix.split(" ")));
    }
    all.addAll(List.of(command));
    return all;
  }

  /** Makes the folder the server's own. */
  void give(Path folder) throws IOException {
    if (this == NOBODY) {
      Files.setOwner(
          folder,
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY_ID));
    }
  }
}
