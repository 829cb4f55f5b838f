package io.latchkey.tck.mutant;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The threads that have used a provider, of which a wrong one serves only the first few. */
final class Crowd {

  /** A test and what prepares it use two. */
  private static final int FEW = 3;

  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  /** Whether the calling thread comes too late. */
  boolean isTooMany() {
    synchronized (threads) {
      if (threads.size() < FEW) {
        threads.add(Thread.currentThread());
      }
      return !threads.contains(Thread.currentThread());
    }
  }
}
