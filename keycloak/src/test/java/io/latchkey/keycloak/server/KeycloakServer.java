package io.latchkey.keycloak.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * An unmodified Keycloak with nothing added but our jar in its folder {@code providers}, in a
 * process of its own with an embedded database. One serves all tests of the module, and ends with
 * them.
 */
public final class KeycloakServer {

  /** The administrator of the realm master. */
  static final String ADMINISTRATOR = "admin";

  /** The name of the realm that is served at the root too, and need not be there. */
  public static final String ROOT_REALM = "root";

  private static final Duration START = Duration.ofMinutes(4);
  private static final String SCOPE = "--spi-realm-restapi-extension--management--";

  private final Path home;
  private final URI uri;

  private KeycloakServer(Path home, URI uri) {
    this.home = home;
    this.uri = uri;
  }

  /** The server of all tests. */
  private static final class Shared {
    static final KeycloakServer SERVER = start();
  }

  /**
   * The server of all tests, started at the first call.
   *
   * @return a running server
   */
  public static KeycloakServer shared() {
    return Shared.SERVER;
  }

  private static KeycloakServer start() {
    Path home = Path.of(System.getProperty("latchkey.keycloak.home"));
    Path jar = Path.of(System.getProperty("latchkey.keycloak.jar"));
    try {
      delete(home.resolve("data"));
      Files.copy(
          jar,
          home.resolve("providers").resolve("latchkey-keycloak.jar"),
          StandardCopyOption.REPLACE_EXISTING);
      int port = freePort();
      KeycloakServer server = new KeycloakServer(home, URI.create("http://127.0.0.1:" + port));
      server.build();
      server.run(port);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Where it answers.
   *
   * @return an address without a slash at its end
   */
  public URI uri() {
    return uri;
  }

  /**
   * What it has logged so far.
   *
   * @return the text
   */
  public String log() {
    try {
      return Files.readString(home.resolve("server.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void build() throws IOException {
    Process build = kc("build.log", "build", "--db=dev-file").start();
    try {
      if (!build.waitFor(START.toSeconds(), TimeUnit.SECONDS) || build.exitValue() != 0) {
        throw new AssertionError(
            "kc.sh build failed: " + Files.readString(home.resolve("build.log")));
      }
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  private void run(int port) throws IOException {
    ProcessBuilder builder =
        kc(
            "server.log",
            "start",
            "--optimized",
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--hostname-strict=false",
            "--cache=local",
            "--log-level=info,io.latchkey:debug",
            SCOPE + "machine-attribute=userType=machine",
            SCOPE + "organizations=true",
            SCOPE + "root-realm=" + ROOT_REALM,
            SCOPE + "keycloak-apis-client=admin-cli");
    builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
    builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMINISTRATOR);
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
    long deadline = System.nanoTime() + START.toNanos();
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        end(process);
        throw new AssertionError("Keycloak did not start: " + log());
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
    }
  }

  /** A realm is asked for: while it boots, the port answers 503. */
  private boolean isReady() {
    try {
      HttpRequest request = HttpRequest.newBuilder(uri.resolve("/realms/master")).build();
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  private ProcessBuilder kc(String log, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of("bash", home.resolve("bin/kc.sh").toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true).redirectOutput(home.resolve(log).toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx512m");
    return builder;
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
