package io.latchkey.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.tck.internal.Soon;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What all topics of the {@link UserDirectoryContract} have in common: a backend that holds the
 * fixture, and a new directory over it, for each test.
 */
public abstract class UserDirectoryTopic {

  static final DirectoryFixture FIXTURE = UserDirectoryContract.FIXTURE;
  static final String MACHINE = "tck-machine";

  private OpenBackend<UserDirectory, UserDirectoryBackend> opened;

  /** The directory that the test is about. */
  UserDirectory directory;

  /** For the topics of this package. */
  UserDirectoryTopic() {}

  /** Fills the backend and opens the directory. */
  @BeforeEach
  public final void openDirectory(UserDirectoryContract contract) {
    opened = new OpenBackend<>(contract.createBackend());
    fixture().ifPresent(opened.backend()::fill);
    directory = opened.open();
  }

  /** Closes the directory. */
  @AfterEach
  public final void closeDirectory() {
    opened.close();
  }

  /** What the backend holds at first; absent for nothing. */
  Optional<DirectoryFixture> fixture() {
    return Optional.of(FIXTURE);
  }

  /** A further directory over the same backend, as another node of the host has it. */
  final UserDirectory anotherDirectory() {
    return opened.open();
  }

  /** Closes a directory for good: it is not closed again after the test. */
  final void close(UserDirectory one) {
    opened.close(one);
  }

  final UserDirectoryBackend backend() {
    return opened.backend();
  }

  /** Changes the backend between two looks of two nodes, and says what both must see then. */
  final <T> void assertSeen(
      Function<UserDirectory, T> look, String what, T before, DirectoryFixture change, T after) {
    List<UserDirectory> nodes = List.of(directory, anotherDirectory());
    for (UserDirectory node : nodes) {
      assertThat(look.apply(node)).as("%s before the change", what).isEqualTo(before);
    }
    backend().fill(change);
    for (UserDirectory node : nodes) {
      assertThat(Soon.look(backend().staleness(), () -> look.apply(node), after::equals))
          .as("%s after the change, on %s node", what, node == directory ? "one" : "another")
          .isEqualTo(after);
    }
  }
}
