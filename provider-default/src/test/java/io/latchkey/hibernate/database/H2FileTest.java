package io.latchkey.hibernate.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.hibernate.H2Context;
import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What closes an H2 database under running requests, and must not end the service. */
class H2FileTest {

  private static final User USER =
      new User("u", "o", UserKind.MACHINE, UserState.ACTIVE, "u@localhost");

  @TempDir private Path directory;
  private H2Context context;
  private UserDirectory users;

  @BeforeEach
  void open() {
    context = new H2Context(directory, "sync", "true");
    users = context.users();
    users.check();
  }

  @AfterEach
  void close() {
    users.close();
    context.close();
  }

  @Test
  void change_byInterruptedThread_goesThrough() {
    Thread.currentThread().interrupt();
    addUser();
    Thread.interrupted(); // whether the flag is still set is H2's affair

    assertThat(users.findUser("u")).contains(USER);
  }

  @Test
  void read_afterTheDatabaseHasClosedItself_opensItAgain() throws Exception {
    addUser();
    try (Connection connection = DriverManager.getConnection(context.openUrl());
        Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN");
    }

    // Each failure takes one dead connection out of the pool of sixteen.
    for (int i = 0; i < 16 && !users.check().isOk(); i++) {
      assertThat(users.check().problem().orElse("")).doesNotContain("SELECT");
    }
    assertThat(users.findUser("u")).contains(USER);
  }

  private void addUser() {
    users.managed().orElseThrow().addFirstUser(new Organization("o", "o"), USER, Set.of());
  }
}
