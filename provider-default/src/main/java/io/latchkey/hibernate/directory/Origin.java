package io.latchkey.hibernate.directory;

/** Where a row of the directory comes from, as its column keeps it. */
final class Origin {

  /** From a file; goes when the file names it no longer. */
  static final String IMPORT = "IMPORT";

  /** The first user, its organization and roles; stays. */
  static final String FIRST = "FIRST";

  private Origin() {}
}
