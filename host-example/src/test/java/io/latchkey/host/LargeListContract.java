package io.latchkey.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A list of 10,000 tokens, followed page by page while others create and remove: no token comes
 * twice, and none is missed that was there all the time.
 */
abstract class LargeListContract {

  abstract EmbeddedHost host();

  abstract LargePopulation population();

  @ParameterizedTest
  @CsvSource({"false,1000", "true,1000", "false,500"})
  void list_whileOthersWrite_repeatsAndMissesNothing(boolean asc, int limit) throws Exception {
    List<String> seen =
        walk()
            .read(
                "/management/v1/users/ci/pats/_search",
                host().administratorToken(),
                "{\"query\":{\"asc\":"
                    + asc
                    + ",\"limit\":"
                    + limit
                    + ",\"pageTokenWanted\":true,\"pageToken\":\"%s\"}}");
    assertThat(seen).doesNotHaveDuplicates();
    assertThat(stayingOf(seen)).isEqualTo(inOrder(asc));
  }

  @ParameterizedTest
  @CsvSource({"false,1000", "true,1000", "true,500"})
  void search_whileOthersWrite_repeatsAndMissesNothing(boolean asc, int limit) throws Exception {
    List<String> seen = search("CREATED_DATE", asc, limit);
    assertThat(seen).doesNotHaveDuplicates();
    assertThat(stayingOf(seen)).isEqualTo(inOrder(asc));
  }

  @ParameterizedTest
  @ValueSource(strings = {"USER_ID", "EXPIRATION_DATE"})
  void search_inAnotherOrder_repeatsAndMissesNothing(String column) throws Exception {
    List<String> seen = search(column, false, 1000);
    assertThat(seen).doesNotHaveDuplicates();
    assertThat(new HashSet<>(stayingOf(seen))).isEqualTo(Set.copyOf(population().staying()));
  }

  /** By the user itself, who has no role. */
  private List<String> search(String column, boolean asc, int limit) throws Exception {
    String own =
        Client.token(
            new Client(host().baseUri())
                .create(
                    host().administratorToken(),
                    LargePopulation.ORGANIZATION,
                    LargePopulation.USER));
    return walk()
        .read(
            "/v2/users/pats/search",
            own,
            "{\"pagination\":{\"asc\":"
                + asc
                + ",\"limit\":"
                + limit
                + ",\"pageTokenWanted\":true,\"pageToken\":\"%s\"},"
                + "\"sortingColumn\":\"PERSONAL_ACCESS_TOKEN_FIELD_NAME_"
                + column
                + "\"}");
  }

  private PageWalk walk() {
    return new PageWalk(host().baseUri(), host().administratorToken(), population());
  }

  private List<String> stayingOf(List<String> seen) {
    Set<String> staying = Set.copyOf(population().staying());
    return seen.stream().filter(staying::contains).toList();
  }

  private List<String> inOrder(boolean asc) {
    List<String> ids = new ArrayList<>(population().staying());
    if (!asc) {
      Collections.reverse(ids);
    }
    return ids;
  }
}
