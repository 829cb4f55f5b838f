package com.example.latchkey.cassandra;

import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenCondition.OrganizationIs;
import io.latchkey.spi.token.TokenCondition.UserIs;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOrder;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.spi.token.TokenStoreFactory;
import io.latchkey.tck.TestContext;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Creates tokens from several threads of two hosts while a node is killed and comes back, and then
 * looks for each of them. Ends with 1 if one is lost, or if a sequence has a gap or a double.
 */
final class LoadRun {

  private static final int HOSTS = 2;
  private static final int THREADS_OF_HOST = 3;
  private static final int OWNERS = 12;
  private static final Instant EXPIRES = Instant.parse("2100-01-01T00:00:00Z");

  private final AtomicLong nextId = new AtomicLong(1);
  private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<Long> times = new ConcurrentLinkedQueue<>();
  private final AtomicLong errorsWithoutEffect = new AtomicLong();
  private final AtomicLong errorsInDoubt = new AtomicLong();
  private final long start = System.nanoTime();
  private volatile boolean ended;

  private record Acknowledged(NewToken token, StoredToken stored) {}

  public static void main(String[] arguments) throws Exception {
    Cluster cluster = new Cluster(Path.of(arguments[0]), Path.of(arguments[1]));
    int seconds = Integer.parseInt(arguments[2]);
    System.exit(new LoadRun().run(cluster, seconds) ? 0 : 1);
  }

  private boolean run(Cluster cluster, int seconds) throws Exception {
    Map<String, String> config =
        Map.of("contact-points", cluster.contactPoints(), "realm", "load-" + UUID.randomUUID());
    List<TokenStore> hosts = new ArrayList<>();
    for (int i = 0; i < HOSTS; i++) {
      hosts.add(open(config));
    }
    ExecutorService threads = Executors.newFixedThreadPool(HOSTS * THREADS_OF_HOST);
    List<Future<?>> clients = new ArrayList<>();
    for (int i = 0; i < HOSTS * THREADS_OF_HOST; i++) {
      TokenStore host = hosts.get(i % HOSTS);
      clients.add(threads.submit(() -> createUntilEnd(host)));
    }
    long killed = sleepUntil(seconds / 4);
    cluster.kill(2);
    say("node 2 was killed with SIGKILL");
    sleepUntil(seconds / 2);
    cluster.revive(2);
    say("node 2 serves again");
    sleepUntil(Math.max(seconds, secondsSoFar() + 5));
    ended = true;
    for (Future<?> client : clients) {
      client.get(60, TimeUnit.SECONDS);
    }
    threads.shutdown();
    say("the clients have ended; every token is looked for");
    boolean good = report(hosts.get(0), killed);
    hosts.forEach(TokenStore::close);
    return good;
  }

  private static TokenStore open(Map<String, String> config) {
    return ServiceLoader.load(TokenStoreFactory.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(factory -> factory.id().equals("cassandra"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no token store cassandra on the class path"))
        .create(new TestContext(config, Path.of("target", "unused")));
  }

  private long sleepUntil(int second) throws InterruptedException {
    long left = TimeUnit.SECONDS.toNanos(second) - (System.nanoTime() - start);
    if (left > 0) {
      TimeUnit.NANOSECONDS.sleep(left);
    }
    return System.nanoTime();
  }

  private int secondsSoFar() {
    return (int) TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
  }

  private void say(String text) {
    System.out.printf("%5.1f s: %s%n", (System.nanoTime() - start) / 1e9, text);
  }

  private void createUntilEnd(TokenStore store) {
    while (!ended) {
      NewToken token = next();
      StoredToken stored = createSurely(store, token);
      acknowledged.add(new Acknowledged(token, stored));
      times.add(System.nanoTime());
    }
  }

  private NewToken next() {
    long id = nextId.getAndIncrement();
    TokenOwner owner = new TokenOwner("org-" + id % 3, "user-" + id % OWNERS);
    Instant now = Instant.parse("2026-01-01T00:00:00Z").plusMillis(id);
    return new NewToken(id, owner, digest(id), now, EXPIRES, List.of("openid"), Optional.empty());
  }

  private static TokenDigest digest(long id) {
    try {
      byte[] text = ("load-" + id).getBytes(java.nio.charset.StandardCharsets.UTF_8);
      return new TokenDigest("SHA-256", "", MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** As a host would: tries again after "could not tell", and looks whether it is there already. */
  private StoredToken createSurely(TokenStore store, NewToken token) {
    while (true) {
      try {
        CreateResult result = store.create(token);
        return result instanceof CreateResult.Created created
            ? created.token()
            : store
                .findByDigest(token.digest())
                .orElseThrow(() -> new IllegalStateException("duplicate of nothing: " + token));
      } catch (ProviderUnavailableException e) {
        (e.effect() == Effect.NONE ? errorsWithoutEffect : errorsInDoubt).incrementAndGet();
      }
    }
  }

  private boolean report(TokenStore store, long killed) {
    long lostByDigest =
        acknowledged.stream()
            .filter(one -> !store.findByDigest(one.token.digest()).equals(Optional.of(one.stored)))
            .count();
    Set<StoredToken> listed = new HashSet<>();
    long wrongSequences = 0;
    for (int i = 0; i < OWNERS; i++) {
      List<StoredToken> tokens = tokensOf(store, new TokenOwner("org-" + i % 3, "user-" + i));
      listed.addAll(tokens);
      List<Long> sequences = tokens.stream().map(StoredToken::sequence).sorted().toList();
      for (int k = 0; k < sequences.size(); k++) {
        wrongSequences += sequences.get(k) == k + 1 ? 0 : 1;
      }
    }
    long lostByList = acknowledged.stream().filter(one -> !listed.contains(one.stored)).count();
    long never = listed.size() - (acknowledged.size() - lostByList);
    System.out.println("creates acknowledged:          " + acknowledged.size());
    System.out.println("lost, looked for by digest:    " + lostByDigest);
    System.out.println("lost, looked for by list:      " + lostByList);
    System.out.println("listed but not acknowledged:   " + never);
    System.out.println("sequences with gap or double:  " + wrongSequences);
    System.out.println("errors seen, without effect:   " + errorsWithoutEffect);
    System.out.println("errors seen, in doubt:         " + errorsInDoubt);
    System.out.printf("creates a second:              %.0f%n", rate());
    System.out.println("longest gap between two:       " + longestGap(0) + " ms");
    System.out.println("longest gap since the kill:    " + longestGap(killed) + " ms");
    return !acknowledged.isEmpty() && lostByDigest + lostByList + never + wrongSequences == 0;
  }

  private static List<StoredToken> tokensOf(TokenStore store, TokenOwner owner) {
    List<StoredToken> tokens = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      TokenPage page =
          store.list(
              new TokenQuery(
                  List.of(new UserIs(owner.userId()), new OrganizationIs(owner.organizationId())),
                  new TokenOrder(TokenOrder.Field.TOKEN_ID, true),
                  cursor,
                  0,
                  TokenQuery.MAX_LIMIT));
      tokens.addAll(page.tokens());
      cursor = page.next();
    } while (cursor.isPresent());
    return tokens;
  }

  private double rate() {
    List<Long> sorted = times.stream().sorted().toList();
    long span = sorted.get(sorted.size() - 1) - sorted.get(0);
    return sorted.size() * 1e9 / Math.max(1, span);
  }

  private long longestGap(long since) {
    List<Long> sorted = times.stream().filter(time -> time >= since).sorted().toList();
    long longest = 0;
    for (int i = 1; i < sorted.size(); i++) {
      longest = Math.max(longest, sorted.get(i) - sorted.get(i - 1));
    }
    return TimeUnit.NANOSECONDS.toMillis(longest);
  }
}
