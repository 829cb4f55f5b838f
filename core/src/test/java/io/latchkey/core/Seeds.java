package io.latchkey.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The inputs that a fuzz target starts from: the files of the folder beside its class, and of its
 * name. The name of a file says what the target must make of it, {@code valid-…} or {@code
 * invalid-…}; what the fuzzer has saved there has another name and only must not break a promise.
 */
public final class Seeds {

  /** Fewer are a folder that was lost on the way. */
  private static final int MIN = 12;

  private Seeds() {}

  /**
   * The seeds of a target.
   *
   * @param target the class of the target
   * @return their files, at least a dozen
   */
  public static List<Path> of(Class<?> target) {
    URL folder = target.getResource(target.getSimpleName());
    assertThat(folder).as("the folder with the seeds of " + target.getSimpleName()).isNotNull();
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      List<Path> seeds = files.sorted().toList();
      assertThat(seeds)
          .as("the seeds of " + target.getSimpleName())
          .hasSizeGreaterThanOrEqualTo(MIN);
      return seeds;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Runs a target once.
   *
   * @param seed the file
   * @param target tells whether it has taken an input for valid; throws if a promise is broken
   */
  public static void check(Path seed, Predicate<byte[]> target) {
    boolean accepted = target.test(read(seed));
    String name = seed.getFileName().toString();
    if (name.startsWith("valid-")) {
      assertThat(accepted).as(name).isTrue();
    } else if (name.startsWith("invalid-")) {
      assertThat(accepted).as(name).isFalse();
    }
  }

  private static byte[] read(Path seed) {
    try {
      return Files.readAllBytes(seed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
