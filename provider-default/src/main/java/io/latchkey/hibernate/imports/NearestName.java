package io.latchkey.hibernate.imports;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Guesses what was meant by a name that is not known. */
final class NearestName {

  private NearestName() {}

  /** The known name that is nearest, else all of them, as the end of a sentence. */
  static String hint(String unknown, Collection<String> known) {
    return known.stream()
        .filter(name -> distance(unknown, name) <= 2)
        .min(Comparator.comparingInt(name -> distance(unknown, name)))
        .map(name -> "did you mean \"" + name + "\"?")
        .orElseGet(() -> "known are " + String.join(", ", known));
  }

  /** How many letters differ (Levenshtein), letter case ignored. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
