package io.latchkey.bench.start;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The numbers of one cell of the table, a round each. */
final class Measured {

  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  /** The median, and between which values it lies. */
  String cell(String format) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    String shown = format + " (" + format + "–" + format + ")";
    return String.format(
        Locale.ROOT,
        shown,
        sorted.get(sorted.size() / 2),
        sorted.get(0),
        sorted.get(sorted.size() - 1));
  }
}
