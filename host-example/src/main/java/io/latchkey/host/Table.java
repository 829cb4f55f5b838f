package io.latchkey.host;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lines of cells, each column as wide as it must be, with two blanks or more between the cells. */
final class Table {

  /** What stands in a cell that has nothing to say. */
  static final String NOTHING = "-";

  private final List<List<String>> rows = new ArrayList<>();

  Table(String... heads) {
    rows.add(List.of(heads));
  }

  /** Adds a line of as many cells as there are heads; runs of blanks in a cell become one. */
  void add(String... cells) {
    rows.add(Stream.of(cells).map(cell -> cell.replaceAll("\\s+", " ")).toList());
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        line.append(row.get(column));
        line.append(" ".repeat(width(column) - row.get(column).length() + 2));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow();
  }
}
