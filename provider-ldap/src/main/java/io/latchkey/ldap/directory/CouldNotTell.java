package io.latchkey.ldap.directory;

import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;

/** The server has answered, and the answer cannot be understood: nobody is let in by it. */
public final class CouldNotTell {

  private CouldNotTell() {}

  /**
   * Why.
   *
   * @param sentence what is wrong and where, for the operator; without an id from a request
   * @return the exception to throw
   */
  public static ProviderUnavailableException because(String sentence) {
    return new ProviderUnavailableException(sentence, Effect.NONE, null);
  }
}
