package io.latchkey.tck;

import io.latchkey.spi.directory.UserDirectory;
import java.time.Duration;
import java.util.Set;

/** What a {@link UserDirectory} under test shows. Starts empty, or with others than the kit's. */
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
}
