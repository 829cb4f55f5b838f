package io.latchkey.ldap.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {

  @Test
  void find_programThatIsNotThere_failsAndTellsWhatToDo() {
    assertThatThrownBy(() -> Programs.find("slapd-of-nobody"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("slapd-of-nobody", "provider-ldap/install-directory-servers");
  }

  @Test
  void run_programThatFails_tellsWhatItSaid(@TempDir Path directory) {
    assertThatThrownBy(
            () ->
                Programs.run(
                    directory.resolve("sh.log"), List.of("sh", "-c", "echo no such realm; exit 1")))
        .isInstanceOf(AssertionError.class)
        .hasMessageEndingWith("no such realm\n");
  }
}
