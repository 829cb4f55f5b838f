package io.latchkey.hibernate.server;

import java.util.stream.Stream;

/** A server that a test has for itself. It ends with this JVM, however that ends. */
public interface DatabaseServer extends AutoCloseable {

  /**
   * Makes an empty database.
   *
   * @return the database, in which a user of its own has all rights
   */
  ServerDatabase createDatabase();

  /** Kills the server with SIGKILL. */
  void kill();

  /** Starts the server after {@link #kill}, on the same data and port. Returns when it answers. */
  void restart();

  /**
   * What the server keeps of all databases, byte by byte, as it is on the disk.
   *
   * @return the bytes of each file
   */
  Stream<byte[]> files();

  /** Ends the server and deletes what it kept. */
  @Override
  void close();
}
