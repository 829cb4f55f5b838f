package ${package};

/** What the generated methods throw. Delete it when the last one is written. */
final class NotYetWritten extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Names the work.
   *
   * @param method a method of this project
   * @param contract where it is said what the method must do
   */
  NotYetWritten(String method, String contract) {
    super(
        method
            + " is yet to be written: read the Javadoc of "
            + contract
            + ", and docs/writing-a-provider.md of Latchkey");
  }
}
