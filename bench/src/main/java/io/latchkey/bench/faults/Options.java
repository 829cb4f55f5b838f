package io.latchkey.bench.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the command line says.
 *
 * @param jar of the server
 * @param rounds how many, 1 or more
 * @param only the names of the faults; all of them if it is empty
 * @param seed what is chosen by it
 * @param bound what the history is checked by
 * @param flags further ones for every server
 */
record Options(
    Path jar, int rounds, List<String> only, long seed, Duration bound, List<String> flags) {

  static final String USAGE =
      """
      usage: bench/faults [rounds] [--only FAULT[,FAULT...]] [--seed N] [--bound PT1S] [--server KEY=TEXT]...
        rounds    how many, 100 if not said
        --only    faults to take turns, all if not said
        --seed    what is chosen at random; the same one chooses the same
        --bound   how long after its removal a token may be accepted by other nodes
        --server  a setting for every server, to see what it changes
      """;

  /** Refuses what cannot be with an {@link IllegalArgumentException} of one sentence. */
  static Options parse(String... arguments) {
    int rounds = 100;
    List<String> only = new ArrayList<>();
    long seed = System.nanoTime() & 0xFFFF;
    Duration bound = Duration.ofSeconds(1);
    List<String> flags = new ArrayList<>();
    for (int i = 1; i < arguments.length; i++) {
      String argument = arguments[i];
      switch (argument) {
        case "--only" -> only.addAll(List.of(text(arguments, ++i, argument).split(",")));
        case "--seed" -> seed = number(text(arguments, ++i, argument), argument);
        case "--bound" -> bound = duration(text(arguments, ++i, argument));
        case "--server" -> flags.add("--" + text(arguments, ++i, argument));
        default -> rounds = (int) Math.min(100_000, number(argument, "rounds"));
      }
    }
    if (rounds < 1) {
      throw new IllegalArgumentException("rounds must be 1 or more");
    }
    return new Options(Path.of(arguments[0]), rounds, only, seed, bound, flags);
  }

  private static String text(String[] arguments, int i, String option) {
    if (i == arguments.length) {
      throw new IllegalArgumentException(option + " needs a text after it");
    }
    return arguments[i];
  }

  private static long number(String text, String what) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(what + " must be a number, not " + text, e);
    }
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("--bound must be as PT1S, not " + text, e);
    }
  }
}
