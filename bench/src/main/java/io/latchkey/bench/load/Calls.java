package io.latchkey.bench.load;

import io.latchkey.bench.http.HttpConnection;
import io.latchkey.bench.measure.Clients;
import io.latchkey.bench.measure.Side;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The calls of clients to one server; the requests are made before. Thread-safe. */
public final class Calls {

  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
  private static final int CREATED = 200;
  private static final int NO_CONTENT = 204;

  private final URI server;
  private final String administrator;

  /**
   * Prepares for calls.
   *
   * @param server the server
   * @param administrator the token of somebody who may do all of it
   */
  public Calls(URI server, String administrator) {
    this.server = server;
    this.administrator = administrator;
  }

  /**
   * Creates tokens, once.
   *
   * @param users for whom, one each
   * @return the tokens
   * @throws IOException if the server does not answer
   */
  public List<String> created(List<String> users) throws IOException {
    List<String> tokens = new ArrayList<>();
    try (HttpConnection connection = new HttpConnection(server)) {
      for (String user : users) {
        connection.send(creation(user), CREATED);
        Matcher token = TOKEN.matcher(connection.body());
        if (!token.find()) {
          throw new IllegalStateException("no token in the answer to a create");
        }
        tokens.add(token.group(1));
      }
    }
    return tokens;
  }

  private byte[] creation(String user) {
    return HttpConnection.request(
        "POST",
        "/management/v1/users/" + user + "/pats",
        administrator,
        "{\"expirationDate\":\"2099-01-01T00:00:00Z\"}");
  }

  /**
   * Creates tokens for users at random.
   *
   * @param users the users
   * @return the side
   */
  public Side create(List<String> users) {
    return sending(users.stream().map(this::creation).toList(), CREATED);
  }

  /**
   * Lists the tokens of users at random.
   *
   * @param users the users
   * @return the side
   */
  public Side list(List<String> users) {
    return sending(
        users.stream()
            .map(user -> "/management/v1/users/" + user + "/pats/_search")
            .map(path -> HttpConnection.request("POST", path, administrator, "{}"))
            .toList(),
        CREATED);
  }

  /**
   * Calls the resource that does nothing. The token is sent, and not looked at.
   *
   * @param tokens tokens, of which one is taken at random
   * @return the side
   */
  public Side empty(List<String> tokens) {
    return getting("/bench/empty", tokens);
  }

  /**
   * Calls the resource that does nothing behind the bearer filter: the work is the verification.
   *
   * @param tokens tokens, of which one is taken at random
   * @return the side
   */
  public Side guarded(List<String> tokens) {
    return getting("/bench/guarded", tokens);
  }

  private Side getting(String path, List<String> tokens) {
    return sending(
        tokens.stream().map(token -> HttpConnection.request("GET", path, token, "")).toList(),
        NO_CONTENT);
  }

  private Side sending(List<byte[]> requests, int status) {
    return new Clients(() -> new Sender(new HttpConnection(server), requests, status));
  }

  private record Sender(HttpConnection connection, List<byte[]> requests, int status)
      implements Clients.Client {

    @Override
    public void call() throws IOException {
      connection.send(requests.get(ThreadLocalRandom.current().nextInt(requests.size())), status);
    }

    @Override
    public void close() throws IOException {
      connection.close();
    }
  }
}
