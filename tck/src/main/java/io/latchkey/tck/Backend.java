package io.latchkey.tck;

import io.latchkey.spi.Provider;

/**
 * What a provider under test works on: a database, a directory server, a file. The kit asks for a
 * new one before each test and closes it afterwards; what is dear to start may be shared by the
 * tests of a class and emptied for each.
 *
 * @param <P> the kind of provider
 */
public interface Backend<P extends Provider> extends AutoCloseable {

  /**
   * Makes a provider over this backend, as a host would: by its factory, without I/O. Each further
   * call makes one more beside it, as a further node of the host, or the next start of one. Called
   * while the backend is interrupted too. The kit closes the provider.
   *
   * @return a new provider
   */
  P open();

  /**
   * Takes the backend away from all providers that are open, as abruptly as can be done: kill the
   * server, stop it from answering, cut the connections. Returns when it is gone. From now on every
   * call must end with "could not tell", within the provider's time limit.
   */
  void interrupt();

  /**
   * Brings the backend back, with the data that it had, at the same place. Returns when it answers.
   * From now on the providers that are open must work again, without being made anew.
   */
  void restore();

  /**
   * Releases what belongs to this test. Called after the providers were closed, interrupted or not.
   */
  @Override
  void close();
}
