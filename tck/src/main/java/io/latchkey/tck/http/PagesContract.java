package io.latchkey.tck.http;

import static io.latchkey.tck.http.Population.MACHINE;
import static io.latchkey.tck.http.Population.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.tck.internal.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
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
    AtomicBoolean done = new AtomicBoolean();
    Callable<List<String>> reader =
        () -> {
          try {
            return walk(viewer, user);
          } finally {
            done.set(true);
          }
        };
    Callable<List<String>> writer =
        () -> {
          for (int i = 0; i < 200 && !done.get(); i++) {
            String id = create(user).send().created().tokenId();
            onToken("DELETE", host.administratorToken(), user, id)
                .organization(Population.ORGANIZATION)
                .send()
                .done();
          }
          return List.of();
        };
    List<String> seen = Together.call(List.of(reader, writer)).get(0);

    assertThat(seen).as("ids on all pages").doesNotHaveDuplicates();
    assertThat(seen.stream().filter(staying::contains).toList())
        .as("ids of the tokens that were there all the time")
        .isEqualTo(staying);
  }

  private List<String> walk(String viewer, String user) {
    List<String> ids = new ArrayList<>();
    String next = "";
    do {
      Answer answer =
          list(viewer, user)
              .body(
                  "{\"query\":{\"limit\":7,\"pageTokenWanted\":true,\"pageToken\":\""
                      + next
                      + "\"}}")
              .send();
      ids.addAll(ShownTokens.ids(answer));
      Object told = answer.done("details").get("nextPageToken");
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
