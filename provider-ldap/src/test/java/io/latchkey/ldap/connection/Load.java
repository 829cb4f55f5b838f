package io.latchkey.ldap.connection;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import io.latchkey.spi.ProviderUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Threads that read entries without a pause, and what came of each call. */
final class Load implements AutoCloseable {

  /** How many entries there are: {@code ou=0} and so on, whose descriptions begin with it. */
  static final int ENTRIES = 50;

  private static final Filter ANY = Filter.createPresenceFilter("objectClass");

  /**
   * One call.
   *
   * @param thread who made it
   * @param start when it was made, by {@link System#nanoTime()}
   * @param end when it ended
   * @param answer the name of the server that has answered, {@link #FAILED} or {@link #WRONG}
   */
  record Call(int thread, long start, long end, String answer) {

    static final String FAILED = "unavailable";
    static final String WRONG = "wrong";

    boolean isAnswered() {
      return !answer.equals(FAILED) && !answer.equals(WRONG);
    }

    Duration time() {
      return Duration.ofNanos(end - start);
    }
  }

  private final LdapAccess access;
  private final String base;
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean ended;

  private Load(LdapAccess access, String base) {
    this.access = access;
    this.base = base;
  }

  static Load of(int threads, LdapConnections connections, String base) {
    Load load = new Load(new LdapAccess(connections), base);
    for (int i = 0; i < threads; i++) {
      int number = i;
      load.threads.add(new Thread(() -> load.run(number), "load-" + i));
    }
    load.threads.forEach(Thread::start);
    return load;
  }

  private void run(int thread) {
    while (!ended) {
      long start = System.nanoTime();
      String answer = answer(ThreadLocalRandom.current().nextInt(ENTRIES));
      calls.add(new Call(thread, start, System.nanoTime(), answer));
    }
  }

  /** Whoever gets the answer to a question of another thread has a wrong one. */
  private String answer(int entry) {
    try {
      return access
          .read(new DN("ou=" + entry + "," + base), ANY, "description")
          .map(found -> found.getAttributeValue("description"))
          .filter(text -> text.startsWith(entry + "@"))
          .map(text -> text.substring(text.indexOf('@') + 1))
          .orElse(Call.WRONG);
    } catch (ProviderUnavailableException e) {
      return Call.FAILED;
    } catch (LDAPException | RuntimeException e) {
      e.printStackTrace();
      return Call.WRONG;
    }
  }

  /** The calls that were made after some moment, of a kind. */
  Stream<Call> calls(long after, Predicate<Call> kind) {
    return calls.stream().filter(call -> call.start() - after > 0).filter(kind);
  }

  /** Until each thread has made such a call after some moment. */
  void awaitEach(String what, long after, Predicate<Call> kind) {
    Await.until(
        what, () -> calls(after, kind).map(Call::thread).distinct().count() == threads.size());
  }

  Stream<Call> all() {
    return calls.stream();
  }

  /** Returns when the last call has ended. */
  @Override
  public void close() {
    ended = true;
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
