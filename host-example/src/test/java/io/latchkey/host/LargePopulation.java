package io.latchkey.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.spi.token.TokenStoreFactory;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.TestContext;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One user with 11,000 tokens: 10,000 that stay, and 1,000 among them that are there to be removed.
 * Ten each have one date of creation, and a tenth of all one date of expiration.
 */
final class LargePopulation {

  static final String ORGANIZATION = "acme";
  static final String USER = "ci";

  static final DirectoryFixture DIRECTORY =
      new DirectoryFixture(
          List.of(new Organization(ORGANIZATION, "Acme")),
          List.of(new User(USER, ORGANIZATION, UserKind.MACHINE, UserState.ACTIVE, USER)),
          List.of());

  private static final int TOKENS = 11_000;
  private static final Instant FIRST = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant EXPIRATION = Instant.parse("2030-01-01T00:00:00Z");

  private final List<String> staying = new ArrayList<>();
  private final Queue<String> doomed;

  private LargePopulation(TokenStore store) {
    List<String> removable = new ArrayList<>();
    for (int i = 0; i < TOKENS; i++) {
      long id = 1_000_000L + i;
      if (!(store.create(token(id, i)) instanceof CreateResult.Created)) {
        throw new AssertionError("a token with the id " + id + " was there already");
      }
      (i % 11 == 5 ? removable : staying).add(Long.toString(id));
    }
    Collections.shuffle(removable, new Random(11));
    doomed = new ConcurrentLinkedQueue<>(removable);
  }

  /** Fills a store over whose backend no host runs yet. */
  static LargePopulation fill(TokenStoreFactory factory, Map<String, String> keys, Path folder) {
    try (TestContext context = new TestContext(keys, folder);
        TokenStore store = factory.create(context)) {
      return new LargePopulation(store);
    }
  }

  /** The ids of the tokens that stay, oldest first. */
  List<String> staying() {
    return List.copyOf(staying);
  }

  /** The id of a token that may be removed, somewhere among the others; each once. */
  String nextDoomed() {
    return doomed.remove();
  }

  private static NewToken token(long id, int index) {
    return new NewToken(
        id,
        new TokenOwner(ORGANIZATION, USER),
        digest(id),
        FIRST.plus(index / 10, ChronoUnit.SECONDS),
        EXPIRATION.plus(index % 10, ChronoUnit.DAYS),
        List.of("openid"),
        Optional.empty());
  }

  private static TokenDigest digest(long id) {
    try {
      byte[] value = MessageDigest.getInstance("SHA-256").digest(Long.toString(id).getBytes(UTF_8));
      return new TokenDigest("SHA-256", "", value);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
