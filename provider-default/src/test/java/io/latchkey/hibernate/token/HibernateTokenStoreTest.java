package io.latchkey.hibernate.token;

import static io.latchkey.hibernate.token.Tokens.NOW;
import static io.latchkey.hibernate.token.Tokens.OWNER;
import static io.latchkey.hibernate.token.Tokens.digest;
import static io.latchkey.hibernate.token.Tokens.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.latchkey.hibernate.H2Context;
import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.CreateResult.Created;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.Removal;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenCondition;
import io.latchkey.spi.token.TokenCondition.AnyOf;
import io.latchkey.spi.token.TokenCondition.IdIs;
import io.latchkey.spi.token.TokenCondition.UserIs;
import io.latchkey.spi.token.TokenOrder;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import io.latchkey.spi.token.TokenStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HibernateTokenStoreTest {

  @TempDir private Path directory;
  private H2Context context;
  private TokenStore store;

  @BeforeEach
  void open() {
    context = new H2Context(directory);
    store = context.tokens();
  }

  @AfterEach
  void close() {
    store.close();
    context.close();
  }

  @Test
  void create_byTwoThreadsForOneNewUser_givesEachSequenceOnce() throws Exception {
    Callable<List<Long>> first = () -> sequences(1, 500);
    Callable<List<Long>> second = () -> sequences(501, 1000);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Long> all = new ArrayList<>();
      for (Future<List<Long>> half : threads.invokeAll(List.of(first, second))) {
        all.addAll(half.get());
      }

      assertThat(all)
          .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 1000).boxed().toList());
    } finally {
      threads.shutdown();
    }
  }

  private List<Long> sequences(long from, long to) {
    return LongStream.rangeClosed(from, to).mapToObj(id -> create(token(id)).sequence()).toList();
  }

  @Test
  void create_withDuplicateDigest_changesNothing() {
    create(token(1));
    NewToken duplicate = new NewToken(2, OWNER, digest(1), NOW, NOW, List.of(), Optional.empty());

    assertThat(store.create(duplicate)).isEqualTo(new CreateResult.Duplicate());
    assertThat(store.get(OWNER, 2)).isEmpty();
    assertThat(create(token(3)).sequence()).isEqualTo(2);
  }

  @Test
  void create_afterAllTokensAreGone_goesOnCounting() {
    create(token(1));
    create(token(2));

    assertThat(store.removeAll(OWNER, NOW)).isEqualTo(2);
    assertThat(create(token(3)).sequence()).isEqualTo(5);
    assertThat(store.remove(OWNER, 3, NOW)).contains(new Removal(6, NOW));
  }

  @Test
  void create_ofWhatIsBeingRemoved_neverFailsAndNeverLosesCount() throws Exception {
    create(token(1));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Long> churn =
          () -> {
            long events = 0;
            for (int i = 0; i < 100; i++) {
              events += store.remove(OWNER, 1, NOW).isPresent() ? 1 : 0;
              events += store.create(token(1)) instanceof Created ? 1 : 0;
            }
            return events;
          };
      long events = 1;
      for (Future<Long> count : threads.invokeAll(List.of(churn, churn, churn, churn))) {
        events += count.get();
      }

      assertThat(create(token(2)).sequence()).isEqualTo(events + 1);
    } finally {
      threads.shutdown();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pacific/Kiritimati", "America/New_York", "Asia/Kathmandu"})
  void instants_inAnyDefaultTimeZone_comeBackExactly(String zone) {
    Instant first = Instant.parse("0001-01-01T00:00:00Z");
    Instant last = Instant.parse("9999-12-31T23:59:59.999999Z");
    TimeZone before = TimeZone.getDefault();
    StoredToken created = create(token(OWNER, 1, first, last));
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      StoredToken other = create(token(OWNER, 2, first.plusNanos(1000), last));

      assertThat(store.get(OWNER, 1)).contains(created);
      assertThat(store.get(OWNER, 1).orElseThrow().creationDate()).isEqualTo(first);
      assertThat(store.get(OWNER, 2)).contains(other);
      assertThat(store.get(OWNER, 2).orElseThrow().expirationDate()).isEqualTo(last);
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"' OR '1'='1", "x'; DROP TABLE latchkey_token; --", "%", "\\", ":p", "?1", "Ä😀"})
  void ids_withCharactersThatMeanSomethingElsewhere_areData(String id) {
    TokenOwner owner = new TokenOwner(id, id);
    create(token(1));
    StoredToken created = create(token(owner, 2));

    assertThat(store.get(owner, 2)).contains(created);
    assertThat(list(List.of(new UserIs(id)), TokenOrder.NEWEST_FIRST).tokens())
        .containsExactly(created);
  }

  @Test
  void list_byUser_comesByCodePoint() {
    create(token(new TokenOwner("acme", "\uD83D\uDE00"), 1));
    create(token(new TokenOwner("acme", "\uFF5E"), 2));
    create(token(new TokenOwner("acme", "a"), 3));

    TokenOrder order = new TokenOrder(TokenOrder.Field.USER_ID, true);
    assertThat(list(List.of(), order).tokens())
        .extracting(StoredToken::tokenId)
        .containsExactly(3L, 2L, 1L);
  }

  @Test
  void list_ofAThousandAlternatives_findsThem() {
    create(token(7));
    create(token(2000));
    TokenCondition anyOf =
        new AnyOf(IntStream.range(0, 1000).<TokenCondition>mapToObj(IdIs::new).toList());

    assertThat(list(List.of(anyOf), TokenOrder.NEWEST_FIRST).tokens())
        .extracting(StoredToken::tokenId)
        .containsExactly(7L);
  }

  @Test
  void list_withCursorOfOtherConditions_isRefused() {
    create(token(1));
    create(token(2));
    String next =
        store
            .list(new TokenQuery(List.of(), TokenOrder.NEWEST_FIRST, Optional.empty(), 0, 1))
            .next()
            .orElseThrow();

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                store.list(
                    new TokenQuery(
                        List.of(new UserIs("ci")),
                        TokenOrder.NEWEST_FIRST,
                        Optional.of(next),
                        0,
                        1)))
        .withMessageContaining("cursor");
  }

  @Test
  void removeExpired_inSeveralBatches_keepsToTheLimit() {
    Instant expired = NOW.minusSeconds(1);
    LongStream.rangeClosed(1, 1100).forEach(id -> create(token(OWNER, id, expired, expired)));
    create(token(2000));

    assertThat(store.removeExpired(NOW, 1050)).isEqualTo(1050);
    assertThat(store.removeExpired(NOW, 1050)).isEqualTo(50);
    assertThat(store.get(OWNER, 2000)).isPresent();
    assertThat(create(token(2001)).sequence()).isEqualTo(1102);
  }

  @Test
  void toString_ofARow_showsNeitherDigestNorName() {
    assertThat(new TokenRow(token(5), 1)).hasToString("TokenRow[5]");
  }

  private StoredToken create(NewToken token) {
    return ((Created) store.create(token)).token();
  }

  private TokenPage list(List<TokenCondition> conditions, TokenOrder order) {
    return store.list(new TokenQuery(conditions, order, Optional.empty(), 0, 100));
  }
}
