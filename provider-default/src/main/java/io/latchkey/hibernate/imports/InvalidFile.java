package io.latchkey.hibernate.imports;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with a file, in one sentence, and where. Unchecked: it ends a transaction. */
public final class InvalidFile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Where; null if it is about the file as a whole. */
  private final transient @Nullable Position at;

  /**
   * Creates an exception about the file as a whole.
   *
   * @param problem what is wrong
   */
  public InvalidFile(String problem) {
    super(problem);
    this.at = null;
  }

  InvalidFile(Position at, String problem) {
    super(problem);
    this.at = at;
  }

  /**
   * The sentence for the operator.
   *
   * @param file the file that was read
   * @return the file's name, line, column and what is wrong
   */
  public String sentence(Path file) {
    Object name = file.getFileName() == null ? file : file.getFileName();
    String place = Optional.ofNullable(at).map(position -> ":" + position).orElse("");
    return name + place + ": " + getMessage();
  }
}
