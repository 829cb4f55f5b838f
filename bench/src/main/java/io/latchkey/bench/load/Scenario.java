package io.latchkey.bench.load;

import io.latchkey.bench.measure.Side;
import io.latchkey.bench.server.PackagedServer;
import java.util.List;

/** A server on one kind of store, and what nothing on that store can beat. */
interface Scenario extends AutoCloseable {

  /** The organization of all users. */
  String ORGANIZATION = "acme";

  /** All machine users: tokens are created for all but the first, whose tokens are listed. */
  List<String> USERS = Users.ids();

  /** What the rows say that it is on. */
  String name();

  /** The server, which is ready. */
  PackagedServer server();

  /** The same store, without anything of ours, to be filled with the tokens of a user. */
  Limits limits() throws Exception;

  /** What the store's own programs or drivers can do. */
  interface Limits {

    /** What a create is measured beside, and how. */
    List<Named> create();

    /** What a list of the user's tokens is measured beside. */
    Named list(String user) throws Exception;

    /** What a verification is measured beside, besides the empty resource. */
    List<Named> verify() throws Exception;
  }

  /**
   * A limit.
   *
   * @param name what it does
   * @param side does it
   * @param everyCount whether it is run at each count of clients, or at one alone
   * @param aimed whether an aim counts from it
   */
  record Named(String name, Side side, boolean everyCount, boolean aimed) {}

  @Override
  void close();
}
