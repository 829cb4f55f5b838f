package io.latchkey.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a list page by page while others create and remove. Each page is asked for at the time of
 * 16 changes, which are made before the next page is: no page is missed by the writers, however
 * fast it is.
 */
final class PageWalk {

  private static final int WRITERS = 4;
  private static final int CHANGES_PER_PAGE = 16;
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9]+)\"");
  private static final Pattern TOKEN_ID = Pattern.compile("\"tokenId\":\"([0-9]+)\"");
  private static final Pattern NEXT = Pattern.compile("\"nextPageToken\":\"([^\"]+)\"");
  private static final String PATS = "/management/v1/users/" + LargePopulation.USER + "/pats";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private final String administrator;
  private final LargePopulation population;
  private final Semaphore wanted = new Semaphore(0);
  private final Semaphore made = new Semaphore(0);

  PageWalk(URI base, String administrator, LargePopulation population) {
    this.base = base;
    this.administrator = administrator;
    this.population = population;
  }

  /**
   * Follows the pages of a list to its end.
   *
   * @param path of the list
   * @param reader the credential of who reads
   * @param request the body of the request, with {@code %s} for the page token
   * @return the ids on all pages
   */
  List<String> read(String path, String reader, String request) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Future<Integer>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        writers.add(threads.submit((Callable<Integer>) this::write));
      }
      List<String> ids = new ArrayList<>();
      String next = "";
      int pages = 0;
      do {
        wanted.release(CHANGES_PER_PAGE);
        String page = send("POST", path, reader, request.formatted(next));
        awaitChanges(writers);
        pages++;
        all(ID, page).forEach(ids::add);
        next = all(NEXT, page).stream().findFirst().orElse("");
      } while (!next.isEmpty());
      assertThat(pages).as("pages").isGreaterThan(10);
      return ids;
    } finally {
      threads.shutdownNow();
    }
  }

  private void awaitChanges(List<Future<Integer>> writers) throws Exception {
    while (!made.tryAcquire(CHANGES_PER_PAGE, 1, TimeUnit.SECONDS)) {
      for (Future<Integer> writer : writers) {
        if (writer.isDone()) {
          throw new AssertionError("a writer ended: " + ended(writer));
        }
      }
    }
  }

  private static String ended(Future<Integer> writer) throws InterruptedException {
    try {
      return "after " + writer.get() + " changes";
    } catch (ExecutionException e) {
      return e.getCause().toString();
    }
  }

  /** Creates a token, removes one from among the others, removes its own again, and so on. */
  private int write() throws Exception {
    Deque<String> own = new ArrayDeque<>();
    for (int change = 0; ; change++) {
      wanted.acquire();
      switch (change % 4) {
        case 0, 2 -> own.add(create());
        case 1 -> remove(population.nextDoomed());
        default -> remove(own.remove());
      }
      made.release();
    }
  }

  private String create() throws Exception {
    return all(TOKEN_ID, send("POST", PATS, administrator, "{}")).get(0);
  }

  private void remove(String tokenId) throws Exception {
    send("DELETE", PATS + "/" + tokenId, administrator, "");
  }

  private String send(String method, String path, String token, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(URI.create(base + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + token)
                .header("x-zitadel-orgid", LargePopulation.ORGANIZATION)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new AssertionError(method + " " + path + ": " + response.statusCode());
    }
    return response.body();
  }

  private static List<String> all(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
