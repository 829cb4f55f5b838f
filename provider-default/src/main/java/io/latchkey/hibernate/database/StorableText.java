package io.latchkey.hibernate.database;

/**
 * Which texts can be in a table. PostgreSQL refuses a query that holds U+0000, and drivers send a
 * {@code ?} for half of a surrogate pair: who looks for such a text must not ask the database.
 */
public final class StorableText {

  private StorableText() {}

  /**
   * Whether a table may hold a text.
   *
   * @param text any text
   * @return false if no row can have it
   */
  public static boolean is(String text) {
    return beginning(text).length() == text.length();
  }

  /**
   * What of a text a table may hold.
   *
   * @param text any text
   * @return all before its first character that no row can have
   */
  public static String beginning(String text) {
    int end = 0;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      if (codePoint == 0
          || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return text.substring(0, end);
  }
}
