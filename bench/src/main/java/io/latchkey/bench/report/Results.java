package io.latchkey.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rows of a run as they come, and the files that are made of them. Used by one thread. */
public final class Results {

  private static final String NOT_CONTROLLED =
      """

      ## Not controlled

      - Client, server and database share this machine, its processors and its disk: what one takes, the others lack. The column of
        the client says what it took of all processors.
      - Other programs, and on a virtual machine other machines on the same hardware. Both sides take turns, so that both are hit;
        the numbers in brackets are the least and the most of the turns.
      - The clock of the processor: nobody has switched off its turbo, or pinned it.
      - The cache of the file system: it holds what was written or read last, so that reads are warm unless a line says cold.
      - The network: it is the loopback interface.
      """;

  private final String title;
  private final Path folder;
  private final List<Row> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * Begins.
   *
   * @param title what the run is called
   * @param folder where the files are to be; made if need be
   */
  public Results(String title, Path folder) {
    this.title = title;
    this.folder = folder;
  }

  /**
   * Adds a line to the table, and shows it.
   *
   * @param row the line
   */
  @SuppressWarnings("SystemOut") // a command line talks to its user
  public void add(Row row) {
    if (rows.isEmpty()) {
      System.out.print(Row.HEAD);
    }
    rows.add(row);
    System.out.println(row.line());
  }

  /**
   * Adds a sentence below the table, and shows it.
   *
   * @param sentence what is to be known of the run
   */
  @SuppressWarnings("SystemOut") // a command line talks to its user
  public void note(String sentence) {
    notes.add(sentence);
    System.out.println(sentence);
  }

  /**
   * Writes {@code results.md} and {@code results.svg}.
   *
   * @throws IOException if they cannot be written
   */
  public void write() throws IOException {
    Files.createDirectories(folder);
    StringBuilder text = new StringBuilder("# " + title + "\n\n");
    text.append("Medians; in brackets the least and the most of the turns or rounds.\n\n");
    text.append(Row.HEAD);
    rows.forEach(row -> text.append(row.line()).append('\n'));
    text.append("\n![The ratios](results.svg)\n\n");
    notes.forEach(note -> text.append("- ").append(note).append('\n'));
    text.append("\n## The machine\n\n");
    Machine.describe(folder).forEach(line -> text.append("- ").append(line).append('\n'));
    text.append(NOT_CONTROLLED);
    Files.writeString(folder.resolve("results.md"), text);
    Files.writeString(folder.resolve("results.svg"), RatioPicture.of(title, rows));
  }
}
