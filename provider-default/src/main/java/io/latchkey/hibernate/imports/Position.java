package io.latchkey.hibernate.imports;

/**
 * A place in a file.
 *
 * @param line the line, from 1
 * @param column the character in the line, from 1
 */
public record Position(int line, int column) {

  /** The place that follows a text from the start of the file. */
  static Position after(CharSequence text) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < text.length(); i++) {
      boolean newLine = text.charAt(i) == '\n';
      line += newLine ? 1 : 0;
      column = newLine ? 1 : column + 1;
    }
    return new Position(line, column);
  }

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
