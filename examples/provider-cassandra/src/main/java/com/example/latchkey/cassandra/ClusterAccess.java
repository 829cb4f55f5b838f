package com.example.latchkey.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The cluster: connected to at the first call, and again at the next one if that failed. Reads see
 * all that a quorum has confirmed.
 *
 * <p>Thread-safe.
 */
final class ClusterAccess {

  /** How many requests of one call are under way at once. */
  private static final int WINDOW = 64;

  private final Settings settings;
  private final ReentrantLock connecting = new ReentrantLock();
  private volatile @Nullable Connection connection;
  private volatile boolean closed;

  ClusterAccess(Settings settings) {
    this.settings = settings;
  }

  Deadline deadline() {
    requireOpen();
    return new Deadline(settings.timeout());
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the token store is closed");
    }
  }

  private Connection connection(Deadline deadline) {
    Connection open = connection;
    return open != null ? open : connect(deadline);
  }

  private Connection connect(Deadline deadline) {
    try {
      if (!connecting.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
        throw Failures.ofConnecting(null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.ofConnecting(e);
    }
    try {
      requireOpen();
      Connection open = connection;
      if (open == null) {
        open = Connection.open(settings);
        connection = open;
        // The very first host also makes the tables, which takes longer than any call may.
        deadline.restart();
      }
      return open;
    } catch (DriverException e) {
      throw Failures.ofConnecting(e);
    } finally {
      connecting.unlock();
    }
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
    Connection open = connection(deadline);
    try {
      return open.session()
          .execute(
              query
                  .apply(open.statements())
                  .setExecutionProfileName(Connection.READ)
                  .setConsistencyLevel(level)
                  .setTimeout(deadline.request()))
          .all();
    } catch (DriverException e) {
      throw Failures.ofRead(e);
    }
  }

  /** Asks many things at once. Each answer has its own time limit; the whole has none. */
  void readEach(List<Query> queries, Consumer<Row> consumer) {
    Connection open = connection(deadline());
    for (int i = 0; i < queries.size(); i += WINDOW) {
      List<CompletionStage<AsyncResultSet>> answers = new ArrayList<>();
      for (var query : queries.subList(i, Math.min(i + WINDOW, queries.size()))) {
        answers.add(
            open.session()
                .executeAsync(
                    query
                        .apply(open.statements())
                        .setExecutionProfileName(Connection.READ)
                        .setTimeout(deadline().request())));
      }
      answers.forEach(answer -> drain(answer, consumer));
    }
  }

  private static void drain(CompletionStage<AsyncResultSet> answer, Consumer<Row> consumer) {
    try {
      AsyncResultSet page = answer.toCompletableFuture().join();
      page.currentPage().forEach(consumer);
      while (page.hasMorePages()) {
        page = page.fetchNextPage().toCompletableFuture().join();
        page.currentPage().forEach(consumer);
      }
    } catch (CompletionException e) {
      throw Failures.ofRead(e.getCause() == null ? e : e.getCause());
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
    Connection open = connection(deadline);
    try {
      return open.session()
          .execute(change.apply(open.statements()).setTimeout(deadline.request()))
          .wasApplied();
    } catch (DriverException e) {
      throw Failures.ofWrite(e);
    }
  }

  /** Sends writes whose outcome changes nothing that is seen; tells how many were not answered. */
  int writeLeisurely(Deadline deadline, List<Query> changes) {
    Connection open = connection(deadline);
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
    connecting.lock();
    try {
      closed = true;
      Connection open = connection;
      connection = null;
      if (open != null) {
        open.session().forceCloseAsync().toCompletableFuture().join();
      }
    } finally {
      connecting.unlock();
    }
  }
}
