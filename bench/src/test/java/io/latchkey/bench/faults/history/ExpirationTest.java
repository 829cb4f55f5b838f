package io.latchkey.bench.faults.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.bench.faults.history.Operation.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong with a history about tokens that expire. */
class ExpirationTest {

  private final HistoryBuilder history = new HistoryBuilder();

  @Test
  void check_ofATokenThatWasExpiredWhenCreated_findsIt() {
    history.add(Kind.CREATE_EXPIRED, 2, "", Outcome.OK, 0, Map.of());

    assertThat(history.end(30, 1, Map.of("30", 1L)))
        .containsExactly("a token was created that was expired already");
  }

  @Test
  void check_ofAnExpiredTokenThatIsAccepted_findsIt() {
    history.createShortLived(1, 10, 1).step(2, 1010).after(1001).use(2, 10, Outcome.OK);

    assertThat(history.end(30, 2, Map.of("10", 1L, "30", 2L)))
        .containsExactly("an expired token was accepted");
  }

  @Test
  void check_ofAnExpiredTokenThatIsRefused_findsNothing() {
    history
        .createShortLived(1, 10, 1)
        .step(2, 1100)
        .after(990)
        .use(2, 10, Outcome.OK)
        .after(20)
        .use(2, 10, Outcome.UNAUTHORIZED)
        .use(1, 10, Outcome.OK)
        .after(100)
        .use(2, 10, Outcome.OK);

    assertThat(history.end(30, 2, Map.of("10", 1L, "30", 2L))).isEmpty();
  }

  @Test
  void check_ofAShortLivedTokenThatIsRefusedBeforeItExpires_findsIt() {
    history.createShortLived(1, 10, 1).use(2, 10, Outcome.UNAUTHORIZED).step(2, 1);

    assertThat(history.end(30, 2, Map.of("10", 1L, "30", 2L)))
        .containsExactly("a valid token was refused");
  }
}
