package io.latchkey.ldap.directory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Ids that mean something to LDAP (RFC 4514, RFC 4515), that servers take for one another, or that
 * no server can hold.
 */
public final class HostileIds {

  private static final List<String> OF_FILTERS =
      List.of(
          "*",
          "**",
          "a*",
          "(",
          ")",
          "()",
          "\\",
          "\\\\",
          "\\2a",
          "\\2A",
          "\\00",
          "\\c3\\28",
          "\\c3\\a9",
          "\\C3\\A9",
          "&",
          "|",
          "!",
          "(&)",
          "(|)",
          "(objectClass=*)",
          "*)(uid=*",
          "*)(objectClass=*",
          "*))(|(uid=*",
          "x)(|(uid=*)",
          "a)(!(uid=a)",
          "a)(&)",
          "uid=*",
          "~=",
          ">=",
          "<=",
          ":=",
          "uid:dn:2.5.13.5:=a",
          "a)%00",
          "%2a",
          "%00");

  private static final List<String> OF_DNS =
      List.of(
          ",",
          "+",
          "\"",
          "\"a\"",
          ";",
          "<",
          ">",
          "=",
          "#",
          "#a",
          "#04026869",
          "a,b",
          "a+b",
          "a=b",
          "a;b",
          "a<b>c",
          "a\\,b",
          "a\\2cb",
          "a\\20",
          "\\20a",
          "\\ a",
          "cn=a",
          "cn=a+uid=b",
          "uid=a,dc=example,dc=com",
          "dc=example,dc=com",
          ",dc=example,dc=com",
          "a,",
          "a+",
          "/",
          "..",
          "a/b",
          "a  b",
          "a b",
          "a   b");

  private static final List<String> OF_BLANKS =
      List.of(
          " ",
          "  ",
          "\t",
          "\n",
          "\r\n",
          " a",
          "a ",
          " a ",
          "  a",
          "a\t",
          "a\n",
          "\na",
          "a\u000b",
          "a\u00a0",
          "\u00a0",
          "a\u00a0b",
          "a\u2003b",
          "a\u200bb",
          "a\u00adb",
          "a\ufeffb",
          "ab",
          "\u007f",
          "a\u0001b",
          "\u0085",
          "a\u2028b",
          "\u202eba");

  /** What becomes of characters that an encoding cannot hold. */
  private static final List<String> OF_REPLACEMENTS =
      List.of("?", "a?", "??", "\ufffd", "\ufffd\ufffd");

  /** Each differs from another in the case, the form or the look of its letters. */
  private static final List<String> OF_LETTERS =
      List.of(
          "a",
          "A",
          "aB",
          "Ab",
          "AB",
          "\u0430",
          "\u0391",
          "\uff21",
          "\uff41",
          "\u00aa",
          "k",
          "K",
          "\u212a",
          "\u00e5",
          "\u00c5",
          "\u212b",
          "A\u030a",
          "\u00e9",
          "\u00c9",
          "e\u0301",
          "E\u0301",
          "e",
          "i",
          "I",
          "\u0131",
          "\u0130",
          "i\u0307",
          "ss",
          "SS",
          "\u00df",
          "\u1e9e",
          "fi",
          "\ufb01",
          "\u017f",
          "s",
          "\u03c3",
          "\u03c2",
          "\u03a3",
          "1",
          "\u2460",
          "\u00b9",
          "\u0661",
          "\ud83d\ude00",
          "\ud83d\ude01",
          "\ud835\udd38",
          "\u1100\u1161",
          "\uac00",
          "\u0958",
          "\u0915\u093c",
          "x".repeat(200),
          "X".repeat(200));

  private static final List<String> NOWHERE =
      List.of(
          "",
          "\u0000",
          "a\u0000",
          "\u0000a",
          "a\u0000)(uid=*",
          "\ud83d",
          "a\ude00",
          "\ude00\ud83d",
          "x".repeat(201),
          "x".repeat(10_000));

  private HostileIds() {}

  /** Those that an entry may have, each another. */
  public static List<String> storable() {
    List<String> ids = new ArrayList<>(OF_FILTERS);
    ids.addAll(OF_DNS);
    ids.addAll(OF_BLANKS);
    ids.addAll(OF_REPLACEMENTS);
    ids.addAll(OF_LETTERS);
    return ids.stream().distinct().toList();
  }

  /** Those that no entry has: nothing can hold them, or they are octets that are not UTF-8. */
  public static List<String> nowhere() {
    List<String> ids = new ArrayList<>(NOWHERE);
    // Overlong forms of "*", "/" and NUL, cut sequences and CESU-8, as URL decoding lets them
    // through.
    for (byte[] octets :
        List.of(
            bytes(0xc0, 0xaa),
            bytes('a', 0xc0, 0xaf, 0xe0),
            bytes(0xc0, 0x80, 'a'),
            bytes(0xe2, 0x82),
            bytes(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80),
            bytes('a', 0xff))) {
      ids.add(new String(octets, StandardCharsets.UTF_8) + "?");
      ids.add(new String(octets, StandardCharsets.ISO_8859_1) + "?");
    }
    return ids;
  }

  private static byte[] bytes(int... octets) {
    byte[] bytes = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      bytes[i] = (byte) octets[i];
    }
    return bytes;
  }

  /** An id for the name of a test. */
  static String shown(String id) {
    StringBuilder shown = new StringBuilder();
    id.chars()
        .limit(40)
        .forEach(
            c -> shown.append(c > ' ' && c < 127 ? "" + (char) c : String.format("\\u%04x", c)));
    return "\"" + shown + (id.length() > 40 ? "…\" of " + id.length() : "\"");
  }
}
