package io.latchkey.tck;

import io.latchkey.spi.directory.UserDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * What a {@link UserDirectory} under test shows. Starts empty, or with others than the kit's; one
 * of a directory that offers {@link Feature#MANAGED} starts empty, without removed users.
 */
public interface UserDirectoryBackend extends Backend<UserDirectory> {

  /** What a directory may offer beyond what it must, and the kit then holds it to. */
  enum Feature {
    /** {@link UserDirectory#search()} is present. */
    SEARCH,
    /** {@link UserDirectory#managed()} is present. */
    MANAGED
  }

  /**
   * Makes the backend hold these organizations and users, in place of those of an earlier call. It
   * may hold more of other ids. Called with open providers too, which must see the change.
   *
   * @param fixture what it is to hold
   */
  void fill(DirectoryFixture fixture);

  /**
   * What the directory under test offers. What is named here must be there, and what is not named
   * must not.
   *
   * @return the features; empty for none
   */
  Set<Feature> features();

  /**
   * How long an answer may be behind the backend, as the provider's documentation says.
   *
   * @return zero by default: a change is seen by the next call
   */
  default Duration staleness() {
    return Duration.ZERO;
  }

  /**
   * How long a call may take while the backend is interrupted, by the settings that the directories
   * are opened with.
   *
   * @return 10 s by default
   */
  default Duration timeLimit() {
    return Duration.ofSeconds(10);
  }

  /**
   * Writes a file for {@link io.latchkey.spi.directory.ManagedDirectory#importFrom}, in the form
   * that the provider documents. The kit asks for files that are wrong too: they name an
   * organization that is nowhere.
   *
   * @param fixture what the file is to name
   * @param folder where to write it
   * @return the file; by default, one with the text of {@link DirectoryFixture#toJson()}
   */
  default Path importFile(DirectoryFixture fixture, Path folder) {
    try {
      return Files.writeString(folder.resolve("tck-import.json"), fixture.toJson());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
