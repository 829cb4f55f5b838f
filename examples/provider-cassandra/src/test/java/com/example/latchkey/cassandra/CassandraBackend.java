package com.example.latchkey.cassandra;

import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.TestContext;
import io.latchkey.tck.TokenStoreBackend;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A realm of its own on the nodes that all tests share. */
final class CassandraBackend implements TokenStoreBackend {

  /** What becomes of the nodes that are up. */
  enum Interruption {
    /** They keep their connections and answer nothing, and at the end go on where they were. */
    SILENCE,
    /** They are killed with SIGKILL, and at the end started again on what is on their disks. */
    DEATH
  }

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final Cluster cluster;
  private final Interruption interruption;
  private final Map<String, String> config;
  private List<Integer> away = List.of();

  CassandraBackend(Cluster cluster, Interruption interruption) {
    this.cluster = cluster;
    this.interruption = interruption;
    this.config =
        Map.of(
            "contact-points",
            cluster.contactPoints(),
            "realm",
            UUID.randomUUID().toString(),
            "timeout",
            TIMEOUT.toString());
  }

  @Override
  public TokenStore open() {
    return new CassandraTokenStoreFactory()
        .create(new TestContext(config, Path.of("target", "unused")));
  }

  @Override
  public void interrupt() {
    away = cluster.running();
    switch (interruption) {
      case SILENCE -> cluster.freeze();
      case DEATH -> away.forEach(cluster::kill);
    }
  }

  @Override
  public void restore() {
    switch (interruption) {
      case SILENCE -> cluster.thaw();
      case DEATH -> away.parallelStream().forEach(cluster::revive);
    }
    away = List.of();
    try (TokenStore store = open()) {
      while (!store.check().isOk()) {
        Thread.onSpinWait();
      }
    }
  }

  /** The nodes write to the disk before they answer, so that they may all die at once. */
  @Override
  public Set<Feature> features() {
    return interruption == Interruption.DEATH
        ? Set.of(Feature.CONTENT, Feature.DURABLE)
        : Set.of(Feature.CONTENT);
  }

  /** The files of the nodes. What is not in a table's file yet is in the commit log. */
  @Override
  public Stream<byte[]> content() {
    return cluster.content();
  }

  /** The time limit of a call, and what a machine needs that is busy with three nodes. */
  @Override
  public Duration timeLimit() {
    return TIMEOUT.plusSeconds(1);
  }

  @Override
  public void close() {
    if (!away.isEmpty()) {
      restore();
    }
  }
}
