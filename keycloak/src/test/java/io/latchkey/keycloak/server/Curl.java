package io.latchkey.keycloak.server;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** As much of curl as a page of ours uses, for tests on machines that have a JDK alone. */
public final class Curl {

  private final HttpRequest.Builder request = HttpRequest.newBuilder();
  private final List<String> data = new ArrayList<>();
  private String method = "";
  private boolean typed;

  private Curl() {}

  /**
   * A function for bash that stands in for curl.
   *
   * @return its definition
   */
  public static String function() {
    String java = System.getProperty("java.home") + "/bin/java";
    String classes = Curl.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return "curl() { '%s' -cp '%s' %s \"$@\"; }%n".formatted(java, classes, Curl.class.getName());
  }

  /**
   * Sends a request, and prints the body of the answer.
   *
   * @param arguments those of curl: an address, and {@code -s}, {@code -X}, {@code -H}, {@code -d},
   *     {@code --data-urlencode}
   * @throws Exception if there is no answer
   */
  @SuppressWarnings("SystemOut") // a command line talks to its user
  public static void main(String[] arguments) throws Exception {
    System.out.print(new Curl().send(List.of(arguments).iterator()));
  }

  private String send(Iterator<String> arguments) throws IOException, InterruptedException {
    while (arguments.hasNext()) {
      String argument = arguments.next();
      switch (argument) {
        case "-s" -> {}
        case "-X" -> method = arguments.next();
        case "-H" -> header(arguments.next().split(": *", 2));
        case "-d" -> data.add(arguments.next());
        case "--data-urlencode" -> data.add(encoded(arguments.next().split("=", 2)));
        default -> request.uri(URI.create(argument));
      }
    }
    if (method.isEmpty()) {
      method = data.isEmpty() ? "GET" : "POST";
    }
    if (!data.isEmpty() && !typed) {
      request.header("Content-Type", "application/x-www-form-urlencoded");
    }
    request.method(method, BodyPublishers.ofString(String.join("&", data)));
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).body();
  }

  private void header(String[] nameAndValue) {
    typed |= nameAndValue[0].toLowerCase(Locale.ROOT).equals("content-type");
    request.header(nameAndValue[0], nameAndValue[1]);
  }

  private static String encoded(String[] nameAndValue) {
    return nameAndValue[0] + "=" + URLEncoder.encode(nameAndValue[1], StandardCharsets.UTF_8);
  }
}
