package io.latchkey.tck.http;

import static io.latchkey.tck.http.Population.ORGANIZATION;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.latchkey.spi.directory.UserState;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;

/** What all topics of the acceptance suite have in common: a host that is filled for each test. */
public abstract class EndpointTopic {

  /** The host that the test is about. */
  HostUnderTest host;

  /** For the topics of this package. */
  EndpointTopic() {}

  /**
   * The host under test. Called before each test; may be the same one each time.
   *
   * @return a running host
   */
  protected abstract HostUnderTest host();

  /** Fills the directory of the host. */
  @BeforeEach
  public final void fillDirectory() {
    host = host();
    host.fill(Population.FIXTURE);
  }

  /** A call that creates a token for a user, without a credential. */
  final Call anonymous(String userId) {
    return new Call(host.baseUri(), userId);
  }

  /** A call that creates a token for a user, by somebody with that token. */
  final Call as(String token, String userId) {
    return anonymous(userId).bearer(token);
  }

  /** A call that creates a token, and works: by the administrator, in the first organization. */
  final Call create(String userId) {
    return as(host.administratorToken(), userId).organization(ORGANIZATION);
  }

  /** A new token of a user of the first organization. */
  final String tokenOf(String userId) {
    return create(userId).send().created().token();
  }

  /** A call of the management API on a token, by somebody with that credential. */
  final Call onToken(String method, String credential, String userId, String tokenId) {
    return Call.to(host.baseUri(), method, "management", "v1", "users", userId, "pats", tokenId)
        .bearer(credential);
  }

  /** A call of the management API that lists tokens, by somebody with that credential. */
  final Call list(String credential, String userId) {
    return Call.to(host.baseUri(), "POST", "management", "v1", "users", userId, "pats", "_search")
        .bearer(credential);
  }

  /** A call of the user API, by somebody with that credential. */
  final Call user(String method, String credential, String... segments) {
    String[] path = new String[segments.length + 2];
    path[0] = "v2";
    path[1] = "users";
    System.arraycopy(segments, 0, path, 2, segments.length);
    return Call.to(host.baseUri(), method, path).bearer(credential);
  }

  /** An active machine user of the first organization that nobody has had a token for. */
  final String newUser() {
    // 36 characters, which is what every host keeps.
    String id = "tck-" + UUID.randomUUID().toString().replace("-", "");
    host.fill(Population.FIXTURE.with(Population.machine(id, UserState.ACTIVE)));
    return id;
  }

  /** One test for each text, named by it. */
  static Stream<DynamicTest> each(List<String> texts, Consumer<String> test) {
    return texts.stream()
        .map(text -> dynamicTest("\"" + shown(text) + "\"", () -> test.accept(text)));
  }

  /** One test for each text, named by its key. */
  static Stream<DynamicTest> each(Map<String, String> texts, Consumer<String> test) {
    return texts.entrySet().stream()
        .map(text -> dynamicTest(text.getKey(), () -> test.accept(text.getValue())));
  }

  private static String shown(String text) {
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }
}
