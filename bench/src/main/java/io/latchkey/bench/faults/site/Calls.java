package io.latchkey.bench.faults.site;

import io.latchkey.bench.faults.history.History;
import io.latchkey.bench.faults.history.Operation;
import io.latchkey.bench.faults.history.Operation.Kind;
import io.latchkey.bench.faults.history.Operation.Server;
import io.latchkey.bench.faults.history.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Calls to nodes, each of which becomes an operation of a history. Thread-safe. */
public final class Calls {

  /** In which all users are. */
  static final String ORGANIZATION = "acme";

  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final Pattern TOKEN_ID = Pattern.compile("\"tokenId\":\"([0-9]+)\"");
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
  private static final Pattern SEQUENCE = Pattern.compile("\"sequence\":\"([0-9]+)\"");
  private static final Pattern LISTED =
      Pattern.compile("\"id\":\"([0-9]+)\",\"details\":\\{\"sequence\":\"([0-9]+)\"");

  /** What a caller without a role is told: its token was accepted. */
  private static final String NO_ROLE = "AUTHZ-cdgFk";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
  private final History history;
  private final String administrator;

  /**
   * Prepares calls.
   *
   * @param history where they are written down
   * @param administrator the token of one who may do everything
   */
  public Calls(History history, String administrator) {
    this.history = history;
    this.administrator = administrator;
  }

  /**
   * Creates a token.
   *
   * @param node who is asked
   * @param kind one of the creates
   * @param user whose token it will be
   * @param expirationDate as the contract writes it
   * @return the token, if it was answered
   * @throws InterruptedException if this thread is interrupted
   */
  public Optional<Issued> create(Node node, Kind kind, String user, String expirationDate)
      throws InterruptedException {
    String body = "{\"expirationDate\":\"" + expirationDate + "\"}";
    Answer answer = send(node, "POST", path(user), administrator, body);
    Operation operation = add(kind, answer, user, answer.find(TOKEN_ID), outcome(answer), Map.of());
    return operation.outcome() == Outcome.OK
        ? Optional.of(new Issued(operation, answer.find(TOKEN)))
        : Optional.empty();
  }

  /**
   * Uses a token for something that its owner may not do.
   *
   * @param node who is asked
   * @param user whose token it is
   * @param id the id of the token; empty for that of a stranger
   * @param token the token
   * @return what was done
   * @throws InterruptedException if this thread is interrupted
   */
  public Operation use(Node node, String user, String id, String token)
      throws InterruptedException {
    Answer answer = send(node, "POST", path(user), token, "{}");
    Outcome outcome =
        answer.status() == 404 && answer.body().contains(NO_ROLE)
            ? Outcome.OK
            : answer.status() == 200 ? Outcome.UNEXPECTED : outcome(answer);
    Outcome told = outcome == Outcome.REFUSED ? Outcome.UNEXPECTED : outcome;
    return add(id.isEmpty() ? Kind.USE_OF_STRANGER : Kind.USE, answer, user, id, told, Map.of());
  }

  /**
   * Removes a token.
   *
   * @param node who is asked
   * @param user whose token it is
   * @param id the id of the token
   * @return what was done
   * @throws InterruptedException if this thread is interrupted
   */
  public Operation remove(Node node, String user, String id) throws InterruptedException {
    Answer answer = send(node, "DELETE", path(user) + "/" + id, administrator, "");
    return add(Kind.REMOVE, answer, user, id, outcome(answer), Map.of());
  }

  /**
   * Lists tokens, up to a thousand.
   *
   * @param node who is asked
   * @param user whose tokens
   * @return what was done
   * @throws InterruptedException if this thread is interrupted
   */
  public Operation list(Node node, String user) throws InterruptedException {
    Answer answer =
        send(
            node,
            "POST",
            path(user) + "/_search",
            administrator,
            "{\"query\":{\"limit\":1000,\"asc\":true}}");
    Map<String, Long> listed = new HashMap<>();
    Matcher matcher = LISTED.matcher(answer.body());
    while (matcher.find()) {
      listed.put(matcher.group(1), Long.parseLong(matcher.group(2)));
    }
    return add(Kind.LIST, answer, user, "", outcome(answer), listed);
  }

  /**
   * Whether a node says that it and what it needs are well. Not written down.
   *
   * @param node who is asked
   * @return false too if it does not answer
   * @throws InterruptedException if this thread is interrupted
   */
  public boolean isReady(Node node) throws InterruptedException {
    return send(node, "GET", "/readyz", administrator, "").status() == 200;
  }

  private static String path(String user) {
    return "/management/v1/users/" + user + "/pats";
  }

  /** An answer, or none with the status 0. */
  private record Answer(Server server, long start, long end, int status, String body) {

    String find(Pattern pattern) {
      Matcher matcher = pattern.matcher(body);
      return status == 200 && matcher.find() ? matcher.group(1) : "";
    }
  }

  private Answer send(Node node, String method, String path, String token, String body)
      throws InterruptedException {
    Server server = node.server();
    @Nullable URI base = node.uri();
    long start = System.nanoTime();
    if (base == null) {
      return new Answer(server, start, System.nanoTime(), 0, "");
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + token)
            .header("x-zitadel-orgid", ORGANIZATION)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      return new Answer(server, start, System.nanoTime(), response.statusCode(), response.body());
    } catch (IOException e) {
      return new Answer(server, start, System.nanoTime(), 0, "");
    }
  }

  private static Outcome outcome(Answer answer) {
    return switch (answer.status()) {
      case 0 -> Outcome.NO_ANSWER;
      case 200 -> Outcome.OK;
      case 400, 404 -> Outcome.REFUSED;
      case 401 -> Outcome.UNAUTHORIZED;
      case 503 -> Outcome.COULD_NOT_TELL;
      default -> Outcome.UNEXPECTED;
    };
  }

  private Operation add(
      Kind kind, Answer answer, String user, String id, Outcome outcome, Map<String, Long> listed) {
    String sequence = kind == Kind.LIST ? "" : answer.find(SEQUENCE);
    return history.add(
        new Operation(
            kind,
            answer.server(),
            user,
            id,
            answer.start(),
            answer.end(),
            outcome,
            sequence.isEmpty() ? 0 : Long.parseLong(sequence),
            listed));
  }
}
