package com.example.latchkey.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import io.latchkey.spi.ProviderUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What can be asked of the cluster. Reads see all that a quorum has confirmed.
 *
 * <p>Thread-safe.
 */
class ClusterAccess {

  /** How many requests of one call are under way at once. */
  private static final int WINDOW = 64;

  /** How long it is tried to reach a node, while none can be reached. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final LazyConnection connection;

  ClusterAccess(Settings settings) {
    this.connection = new LazyConnection(settings);
  }

  Deadline deadline() {
    return connection.deadline();
  }

  /** Asks a quorum. */
  List<Row> read(Deadline deadline, Query query) {
    return read(deadline, ConsistencyLevel.QUORUM, query);
  }

  /** Asks a quorum, and first brings to its end what Paxos has begun and not ended. */
  List<Row> readSettled(Deadline deadline, Query query) {
    return read(deadline, ConsistencyLevel.SERIAL, query);
  }

  private List<Row> read(Deadline deadline, ConsistencyLevel level, Query query) {
    Connection open = connection.get(deadline);
    return patiently(
        deadline,
        () ->
            open.session()
                .execute(
                    query
                        .apply(open.statements())
                        .setExecutionProfileName(Connection.READ)
                        .setConsistencyLevel(level)
                        .setTimeout(deadline.request()))
                .all(),
        Failures::hasNoQuorum,
        Failures::ofRead);
  }

  /** After an outage it takes the driver a moment to find its nodes again: a caller can wait. */
  private static <R> R patiently(
      Deadline deadline,
      Supplier<R> request,
      Predicate<DriverException> mayBeAskedAgain,
      Function<DriverException, ProviderUnavailableException> failure) {
    Deadline grace = new Deadline(GRACE);
    while (true) {
      try {
        return request.get();
      } catch (DriverException e) {
        if (!mayBeAskedAgain.test(e) || grace.hasPassed() || deadline.hasPassed()) {
          throw failure.apply(e);
        }
        grace.pause();
      }
    }
  }

  /** Asks many things at once. Each answer has its own time limit; the whole has none. */
  void readEach(List<Query> queries, Consumer<Row> consumer) {
    Connection open = connection.get(deadline());
    for (int i = 0; i < queries.size(); i += WINDOW) {
      List<Query> window = queries.subList(i, Math.min(i + WINDOW, queries.size()));
      List<CompletionStage<AsyncResultSet>> answers = new ArrayList<>();
      for (Query query : window) {
        answers.add(
            open.session()
                .executeAsync(
                    query
                        .apply(open.statements())
                        .setExecutionProfileName(Connection.READ)
                        .setTimeout(deadline().request())));
      }
      for (int k = 0; k < answers.size(); k++) {
        drain(window.get(k), answers.get(k), consumer);
      }
    }
  }

  private void drain(Query query, CompletionStage<AsyncResultSet> answer, Consumer<Row> consumer) {
    boolean begun = false;
    try {
      AsyncResultSet page = answer.toCompletableFuture().join();
      begun = true;
      page.currentPage().forEach(consumer);
      while (page.hasMorePages()) {
        page = page.fetchNextPage().toCompletableFuture().join();
        page.currentPage().forEach(consumer);
      }
    } catch (CompletionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (begun || !Failures.hasNoQuorum(cause)) {
        throw Failures.ofRead(cause);
      }
      read(deadline(), query).forEach(consumer);
    }
  }

  /**
   * Writes, under the conditions of the statement if it has any.
   *
   * @return whether the conditions held. If not, an earlier try of the same write may be the reason
   */
  boolean write(Deadline deadline, Query change) {
    return execute(deadline, change::apply);
  }

  /** Writes all or nothing, under the conditions of all statements, in one partition. */
  boolean writeTogether(Deadline deadline, Function<Statements, List<BoundStatement>> changes) {
    return execute(
        deadline,
        statements ->
            BatchStatement.newInstance(BatchType.UNLOGGED)
                .addAll(changes.apply(statements))
                .setIdempotent(true));
  }

  private boolean execute(Deadline deadline, Function<Statements, Statement<?>> change) {
    Connection open = connection.get(deadline);
    return patiently(
        deadline,
        () ->
            open.session()
                .execute(change.apply(open.statements()).setTimeout(deadline.request()))
                .wasApplied(),
        Failures::wasNotSent,
        Failures::ofWrite);
  }

  /** Sends writes whose outcome changes nothing that is seen; tells how many were not answered. */
  int writeLeisurely(Deadline deadline, List<Query> changes) {
    Connection open = connection.get(deadline);
    int failed = 0;
    for (int i = 0; i < changes.size(); i += WINDOW) {
      List<CompletionStage<AsyncResultSet>> answers = new ArrayList<>();
      for (var change : changes.subList(i, Math.min(i + WINDOW, changes.size()))) {
        answers.add(
            open.session()
                .executeAsync(change.apply(open.statements()).setTimeout(deadline.request())));
      }
      for (CompletionStage<AsyncResultSet> answer : answers) {
        failed +=
            answer.handle((done, failure) -> failure == null ? 0 : 1).toCompletableFuture().join();
      }
    }
    return failed;
  }

  void close() {
    connection.close();
  }
}
