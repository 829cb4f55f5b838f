package io.latchkey.tck.http;

import static io.latchkey.tck.http.Population.MACHINE;
import static io.latchkey.tck.http.Population.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.tck.internal.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Pages that are followed by their tokens (Part 3): none repeats a token, none misses one. */
public abstract class PagesContract extends EndpointTopic {

  private static final int STAYING = 60;

  /** For implementers. */
  protected PagesContract() {}

  @Test
  public final void pages_whileOthersCreateAndRemove_repeatAndMissNothing() {
    String user = newUser();
    List<String> staying = new ArrayList<>();
    for (int i = 0; i < STAYING; i++) {
      staying.add(0, create(user).send().created().tokenId());
    }
    String viewer = tokenOf(VIEWER);
    AtomicInteger reading = new AtomicInteger(2);
    Callable<List<String>> lister =
        () -> readingTo(reading, next -> list(viewer, user).body(listed(next)), "details");
    Callable<List<String>> searcher =
        () ->
            readingTo(
                reading,
                next -> user("POST", viewer, "pats", "search").body(searched(user, next)),
                "pagination");
    Callable<List<String>> writer =
        () -> {
          for (int i = 0; i < 100 && reading.get() > 0; i++) {
            String id = create(user).send().created().tokenId();
            onToken("DELETE", host.administratorToken(), user, id)
                .organization(Population.ORGANIZATION)
                .send()
                .done();
          }
          return List.of();
        };
    List<List<String>> seen =
        Together.call(List.of(lister, searcher, writer, writer, writer)).subList(0, 2);

    for (List<String> ids : seen) {
      assertThat(ids).as("ids on all pages").doesNotHaveDuplicates();
      assertThat(ids.stream().filter(staying::contains).toList())
          .as("ids of the tokens that were there all the time")
          .isEqualTo(staying);
    }
  }

  private static String listed(String next) {
    return "{\"query\":{\"limit\":7,\"pageTokenWanted\":true,\"pageToken\":\"" + next + "\"}}";
  }

  private static String searched(String user, String next) {
    return "{\"pagination\":{\"limit\":7,\"pageTokenWanted\":true,\"pageToken\":\""
        + next
        + "\"},\"filters\":[{\"userIdFilter\":{\"id\":\""
        + user
        + "\"}}]}";
  }

  private static List<String> readingTo(
      AtomicInteger reading, Function<String, Call> page, String part) {
    try {
      return walk(page, part);
    } finally {
      reading.decrementAndGet();
    }
  }

  private static List<String> walk(Function<String, Call> page, String part) {
    List<String> ids = new ArrayList<>();
    String next = "";
    do {
      Answer answer = page.apply(next).send();
      ids.addAll(ShownTokens.ids(answer));
      Object told = answer.done(part).get("nextPageToken");
      next = told == null ? "" : (String) told;
    } while (!next.isEmpty());
    return ids;
  }

  @Test
  public final void pageToken_isNotToldToAClientThatDoesNotAsk() {
    String user = newUser();
    create(user).send().created();
    create(user).send().created();

    Map<?, ?> details =
        list(tokenOf(VIEWER), user).body("{\"query\":{\"limit\":1}}").send().done("details");
    assertThat(details.containsKey("nextPageToken")).isFalse();
  }

  @Test
  public final void pageToken_ofTheLastPage_isLeftOut() {
    String user = newUser();
    create(user).send().created();

    Map<?, ?> details =
        list(tokenOf(VIEWER), user)
            .body("{\"query\":{\"limit\":1,\"pageTokenWanted\":true}}")
            .send()
            .done("details");
    assertThat(details.containsKey("nextPageToken")).isFalse();
  }

  @Test
  public final void pageToken_thatIsNone_isRefused() {
    list(tokenOf(VIEWER), MACHINE)
        .body("{\"query\":{\"pageToken\":\"x\"}}")
        .send()
        .refused(Outcome.PAGE_TOKEN_UNKNOWN);
    user("POST", tokenOf(VIEWER), "pats", "search")
        .body("{\"pagination\":{\"pageToken\":\"x\"}}")
        .send()
        .refused(Outcome.PAGE_TOKEN_UNKNOWN);
  }
}
