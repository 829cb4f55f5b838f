package com.example.latchkey.cassandra;

import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.token.TokenOwner;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets the threads of this process write for one owner one after the other. Correct without: Paxos
 * decides. But it is slow where many want the same row at once.
 */
final class Turns {

  private final ReentrantLock[] locks =
      Stream.generate(() -> new ReentrantLock(true)).limit(256).toArray(ReentrantLock[]::new);

  <T> T inTurn(TokenOwner owner, Deadline deadline, Supplier<T> change) {
    ReentrantLock lock = locks[Math.floorMod(owner.hashCode(), locks.length)];
    try {
      if (!lock.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
        throw Failures.late(Effect.NONE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.late(Effect.NONE);
    }
    try {
      return change.get();
    } finally {
      lock.unlock();
    }
  }
}
