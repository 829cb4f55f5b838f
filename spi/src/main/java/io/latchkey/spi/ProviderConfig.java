package io.latchkey.spi;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The texts that an operator has set, read through {@link ConfigKey}s.
 *
 * <p>Immutable, and thread-safe with it. {@link #toString()} shows names only, never a value.
 */
public final class ProviderConfig {

  private final String scope;
  private final SortedMap<String, String> texts;

  /**
   * Creates a configuration.
   *
   * @param scope what stands before each name in messages, with its dot; empty for none
   * @param texts the texts by name, without the scope; copied
   */
  public ProviderConfig(String scope, Map<String, String> texts) {
    this.scope = requireNonNull(scope, "scope");
    this.texts = new TreeMap<>(texts);
  }

  /**
   * The value of a key.
   *
   * @param key a key
   * @param <T> the type of the value
   * @return the value that was set, else the default of the key; absent if there is neither
   * @throws IllegalArgumentException if the text cannot be read; the message names the key, and the
   *     text unless it is a secret
   */
  public <T> Optional<T> find(ConfigKey<T> key) {
    return Optional.ofNullable(texts.get(key.name()))
        .or(key::defaultText)
        .map(text -> parse(key, key.name(), text));
  }

  /**
   * The value of a key that must have one.
   *
   * @param key a key
   * @param <T> the type of the value
   * @return the value that was set, else the default of the key
   * @throws IllegalArgumentException if there is neither, or the text cannot be read; the message
   *     names the key
   */
  public <T> T get(ConfigKey<T> key) {
    return find(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the key " + scope + key.name() + " must be set: " + key.description()));
  }

  /**
   * The values of a family of keys.
   *
   * @param key a key whose name ends in {@code .*}
   * @param <T> the type of the values
   * @return the values that were set, by the word that stands for the star; empty if there are none
   * @throws IllegalArgumentException if the key is not a family, or a text cannot be read
   */
  public <T> SortedMap<String, T> family(ConfigKey<T> key) {
    if (!key.isFamily()) {
      throw new IllegalArgumentException("key is not a family: " + key.name());
    }
    String start = key.name().substring(0, key.name().length() - 1);
    SortedMap<String, T> values = new TreeMap<>();
    texts
        .tailMap(start)
        .forEach(
            (name, text) -> {
              if (name.startsWith(start)) {
                values.put(name.substring(start.length()), parse(key, name, text));
              }
            });
    return values;
  }

  private <T> T parse(ConfigKey<T> key, String name, String text) {
    try {
      return key.parser().apply(text);
    } catch (IllegalArgumentException e) {
      if (key.secret()) {
        // Neither the message nor the cause: both may repeat the text.
        throw new IllegalArgumentException("the value of key " + scope + name + " cannot be read");
      }
      throw new IllegalArgumentException(
          "the value \"" + text + "\" of key " + scope + name + " " + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return "ProviderConfig" + texts.keySet();
  }
}
