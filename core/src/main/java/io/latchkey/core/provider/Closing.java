package io.latchkey.core.provider;

import java.lang.System.Logger.Level;
import java.util.List;

/** Closes things so that one that fails does not keep the others open. */
final class Closing {

  private static final System.Logger LOG = System.getLogger(Closing.class.getName());

  private Closing() {}

  /** Closes the last one first, since it may stand on the earlier ones. */
  static void inReverse(List<? extends AutoCloseable> made) {
    for (int i = made.size() - 1; i >= 0; i--) {
      try {
        made.get(i).close();
      } catch (Exception e) {
        // The others must be closed all the same, and there is nobody left to act on it.
        LOG.log(Level.WARNING, "could not close " + made.get(i).getClass().getName(), e);
      }
    }
  }
}
