package io.latchkey.ldap.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Many threads that ask at the same time.
 *
 * @param threads how many
 */
record Crowd(int threads) {

  static Crowd of(int threads) {
    return new Crowd(threads);
  }

  /** The server answers nobody before all of them have asked: each has a connection of its own. */
  Crowd meetAt(TestDirectory directory) {
    CyclicBarrier barrier = new CyclicBarrier(threads);
    directory
        .requests()
        .onSearch(
            () -> {
              try {
                barrier.await(30, TimeUnit.SECONDS);
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            });
    return this;
  }

  /** All of their answers; the first failure is thrown. */
  List<String> ask(LdapConnections connections) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<String>> asked = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        asked.add(executor.submit(() -> TestDirectory.ask(connections)));
      }
      List<String> answers = new ArrayList<>();
      for (Future<String> answer : asked) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      executor.shutdownNow();
    }
  }
}
