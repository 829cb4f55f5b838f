package io.latchkey.bench.faults.load;

import io.latchkey.bench.faults.site.Issued;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The tokens of one user, as clients share them. Thread-safe. */
final class Tokens {

  private final List<Issued> live = new ArrayList<>();
  private final List<Issued> gone = new ArrayList<>();

  synchronized void add(Issued token) {
    live.add(token);
  }

  synchronized int count() {
    return live.size();
  }

  /** One to use. */
  synchronized Optional<Issued> any(Random random) {
    return any(live, random);
  }

  /** One whose removal was asked for. */
  synchronized Optional<Issued> anyGone(Random random) {
    return any(gone, random);
  }

  /** One to remove, which nobody else will. */
  synchronized Optional<Issued> take(Random random) {
    Optional<Issued> taken = any(live, random);
    taken.ifPresent(
        token -> {
          live.remove(token);
          gone.add(token);
        });
    return taken;
  }

  private static Optional<Issued> any(List<Issued> from, Random random) {
    return from.isEmpty() ? Optional.empty() : Optional.of(from.get(random.nextInt(from.size())));
  }

  /** All that were given out. */
  synchronized List<Issued> all() {
    List<Issued> all = new ArrayList<>(live);
    all.addAll(gone);
    return all;
  }
}
