package io.latchkey.core.config;

import io.latchkey.spi.ConfigKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All keys that mean something in a host, by their full names.
 *
 * <p>Immutable, and thread-safe with it.
 */
public final class KnownKeys {

  private final SortedMap<String, ConfigKey<?>> keys = new TreeMap<>();

  /**
   * Creates a set of keys.
   *
   * @param keys the keys, with full names; the same key may come twice
   */
  public KnownKeys(Collection<ConfigKey<?>> keys) {
    keys.forEach(key -> this.keys.put(key.name(), key));
  }

  /**
   * These keys and more.
   *
   * @param more more keys, with full names
   * @return a new set
   */
  public KnownKeys and(Collection<ConfigKey<?>> more) {
    List<ConfigKey<?>> all = new ArrayList<>(keys.values());
    all.addAll(more);
    return new KnownKeys(all);
  }

  /**
   * All keys.
   *
   * @return the keys by their names
   */
  public Collection<ConfigKey<?>> all() {
    return List.copyOf(keys.values());
  }

  /**
   * The key that a full name stands for.
   *
   * @param name a name as an operator wrote it
   * @return the key, or the family that it belongs to; absent if nobody knows it
   */
  public Optional<ConfigKey<?>> find(String name) {
    ConfigKey<?> exact = keys.get(name);
    if (exact != null && !exact.isFamily()) {
      return Optional.of(exact);
    }
    return keys.values().stream()
        .filter(ConfigKey::isFamily)
        .filter(key -> isMember(key, name))
        .findFirst();
  }

  /** The full name that an environment variable stands for: LATCHKEY_HTTP_PORT is http.port. */
  Optional<String> byVariable(String variable) {
    return keys.values().stream()
        .filter(key -> !key.isFamily())
        .map(ConfigKey::name)
        .filter(name -> variable(name).equals(variable))
        .findFirst()
        .or(() -> byFamily(variable));
  }

  private Optional<String> byFamily(String variable) {
    return keys.values().stream()
        .filter(ConfigKey::isFamily)
        .map(KnownKeys::start)
        .filter(start -> variable.startsWith(variable(start)))
        .map(start -> start + variable.substring(variable(start).length()))
        .filter(name -> find(name).isPresent())
        .findFirst();
  }

  static String variable(String name) {
    return Settings.VARIABLE_PREFIX
        + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** The known name that is nearest to an unknown one, by the number of single-letter edits. */
  String nearest(String unknown) {
    return keys.keySet().stream()
        .min(Comparator.comparingInt(name -> edits(unknown, name)))
        .orElseThrow();
  }

  /** One more word, and only one, stands for the star. */
  private static boolean isMember(ConfigKey<?> family, String name) {
    return name.startsWith(start(family)) && name.substring(start(family).length()).matches("\\w+");
  }

  private static String start(ConfigKey<?> family) {
    return family.name().substring(0, family.name().length() - 1);
  }

  private static int edits(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int replace = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[right.length()];
  }
}
