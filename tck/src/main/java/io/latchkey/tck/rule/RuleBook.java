package io.latchkey.tck.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules as {@code docs/rules.md} has them, which the jar of the kit carries.
 *
 * <p>Immutable, and thread-safe with it.
 */
public final class RuleBook {

  private static final String RESOURCE = "/io/latchkey/tck/rule/rules.md";

  /** A heading with the id, the sentence, a line of intent, and a line with the test. */
  private static final Pattern ENTRY =
      Pattern.compile(
          "(?m)^#### ((?:TS|UD|PC)-[1-9][0-9]*)\\n\\n(.+)\\n\\n\\*Why:\\* (.+)\\n\\n\\*Test:\\* `(.+)`$");

  private final Map<String, Entry> entries;

  private RuleBook(Map<String, Entry> entries) {
    this.entries = Collections.unmodifiableMap(entries);
  }

  /**
   * One rule.
   *
   * @param id {@code TS-n}, {@code UD-n} or {@code PC-n}
   * @param sentence what a provider must or should do
   * @param intent why
   * @param test the contract test that checks it, {@code Topic.method} or {@code method}
   */
  public record Entry(String id, String sentence, String intent, String test) {}

  /**
   * Reads the rules of this kit.
   *
   * @return the rules
   */
  public static RuleBook read() {
    try (InputStream in = RuleBook.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the jar of the kit lacks " + RESOURCE);
      }
      return parse(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what has the form of an entry, and refuses an id that stands twice. */
  static RuleBook parse(String markdown) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    Matcher matcher = ENTRY.matcher(markdown.replace("\r", ""));
    while (matcher.find()) {
      Entry entry =
          new Entry(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4));
      if (entries.put(entry.id(), entry) != null) {
        throw new IllegalStateException("rules.md has two rules " + entry.id());
      }
    }
    return new RuleBook(entries);
  }

  /**
   * All rules, in the order of the document.
   *
   * @return the rules by id
   */
  public Map<String, Entry> entries() {
    return entries;
  }

  /**
   * One rule.
   *
   * @param id the id
   * @return the rule; absent if there is none with that id
   */
  public Optional<Entry> find(String id) {
    return Optional.ofNullable(entries.get(id));
  }
}
