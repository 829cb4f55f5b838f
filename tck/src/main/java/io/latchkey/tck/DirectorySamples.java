package io.latchkey.tck;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Ids that are there and ids that must not be taken for them. */
final class DirectorySamples {

  static final String ORGANIZATION = "tck-org-1";
  static final String OTHER_ORGANIZATION = "tck-org-2";
  static final String THIRD_ORGANIZATION = "tck-org-3";

  /**
   * Ends of ids beyond plain ASCII, as any provider can hold them beside each other: no two are
   * equal to a server that ignores letter case and normalizes.
   */
  private static final List<String> UNUSUAL =
      List.of(
          "\u00e9",
          "o\u0308",
          "\u00df",
          "c",
          "\u0441",
          "\u05d0\u05d1",
          "\ufd3e",
          "\ud83d\ude00",
          "\ud83d\ude01",
          "a b",
          ",+\"\\<>;=#*()'%_&|!/:",
          "x".repeat(191),
          "\u03c9".repeat(191));

  /** What a careless provider joins into a query, cuts or stumbles over. */
  static final List<String> STRANGE_IDS =
      List.of(
          "",
          " ",
          "tck-unknown",
          "\u0000",
          "*",
          "tck-*",
          "tck-%",
          "' OR '1'='1",
          "tck-machine' --",
          "tck-machine)(objectClass=*",
          "\\2a",
          "\\",
          "\"",
          "cn=tck-machine,dc=example",
          "\ud83d\ude02",
          "\ud83d",
          "x".repeat(10_000));

  private DirectorySamples() {}

  /** Organizations with unusual ids, the longest of 200 characters. */
  static List<Organization> unusualOrganizations() {
    return UNUSUAL.stream()
        .map(end -> new Organization(organizationId(end), "Organization " + shortened(end)))
        .toList();
  }

  /** Machines with unusual ids, each in the organization that is named alike. */
  static List<User> unusualUsers() {
    return UNUSUAL.stream()
        .map(end -> machine(userId(end), organizationId(end), shortened(end) + "-login"))
        .toList();
  }

  static String organizationId(String end) {
    return "tck-org--" + end;
  }

  static String userId(String end) {
    return "tck-user-" + end;
  }

  private static String shortened(String end) {
    return end.length() > 100 ? end.substring(0, 100) : end;
  }

  /** Ids that differ from one that is there in letter case alone. */
  static List<String> inOtherCase(String plain, String start) {
    return List.of(
        plain.toUpperCase(java.util.Locale.ROOT), "T" + plain.substring(1), start + "\u00c9");
  }

  /** Ids that differ from one that is there in blanks at an end alone. */
  static List<String> withBlanks(String plain) {
    return List.of(
        " " + plain, plain + " ", plain + "  ", "\t" + plain, plain + "\n", plain + "\u00a0");
  }

  /** Ids that look like one that is there, or are like it to a server that normalizes or cuts. */
  static List<String> lookingAlike(String plain, String start) {
    return List.of(
        start + "e\u0301",
        start + "e",
        start + "\u00f6",
        start + "ss",
        start + "?",
        start + "\ufffd",
        start + "x".repeat(190),
        start + "x".repeat(192),
        start + "\u03c9".repeat(190),
        start + "\u03c9".repeat(192),
        plain.replace('c', '\u0441'),
        plain.replace('-', '_'),
        plain.replace('k', '\uff4b'),
        plain + "\u0000",
        plain + "\u200b");
  }

  /** All ids that must not be taken for one that is there. */
  static List<String> alike(String plain, String start) {
    return Stream.of(inOtherCase(plain, start), withBlanks(plain), lookingAlike(plain, start))
        .flatMap(List::stream)
        .toList();
  }

  static List<Organization> manyOrganizations(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> String.format("tck-org-many-%03d", i))
        .map(id -> new Organization(id, id))
        .toList();
  }

  /** Many machines in one organization, in the order of their ids. */
  static List<User> manyUsers(String organizationId, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> String.format("tck-many-%03d", i))
        .map(id -> machine(id, organizationId, id + "-login"))
        .toList();
  }

  static User machine(String userId, String organizationId, String loginName) {
    return new User(userId, organizationId, UserKind.MACHINE, UserState.ACTIVE, loginName);
  }

  /** What is asserted of an id. */
  interface Assertion {
    void on(String id);
  }

  /** A test for each id. */
  static Stream<DynamicTest> each(List<String> ids, Assertion assertion) {
    return ids.stream().map(id -> dynamicTest(shown(id), () -> assertion.on(id)));
  }

  /** An id for people who must tell it from one that looks alike. */
  static String shown(String id) {
    String start = id.length() > 50 ? id.substring(0, 20) : id;
    StringBuilder shown = new StringBuilder("\"");
    for (int i = 0; i < start.length(); i++) {
      char c = start.charAt(i);
      shown.append(c < ' ' || c > '~' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
    }
    shown.append('"');
    return id.equals(start) ? shown.toString() : shown + "… of " + id.length() + " characters";
  }
}
