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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** A running Keycloak. It ends with this JVM at the latest. */
public final class KeycloakProcess {

  private static final String LOG = "server.log";

  private final KeycloakFolder folder;
  private final URI uri;
  private final Process script;

  private KeycloakProcess(KeycloakFolder folder, URI uri, Process script) {
    this.folder = folder;
    this.uri = uri;
    this.script = script;
  }

  static KeycloakProcess start(KeycloakFolder folder, List<String> options) {
    try {
      int port = freePort();
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  "start",
                  "--optimized",
                  "--http-enabled=true",
                  "--http-host=127.0.0.1",
                  "--http-port=" + port,
                  "--hostname-strict=false",
                  "--cache=local"));
      arguments.addAll(options);
      ProcessBuilder builder = folder.command(arguments, LOG);
      builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakServer.ADMINISTRATOR);
      builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", KeycloakServer.ADMINISTRATOR);
      KeycloakProcess process =
          new KeycloakProcess(folder, URI.create("http://127.0.0.1:" + port), builder.start());
      Runtime.getRuntime().addShutdownHook(new Thread(process::kill));
      process.awaitAnswer();
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitAnswer() {
    long deadline = System.nanoTime() + KeycloakFolder.PATIENCE.toNanos();
    while (!isReady()) {
      if (!script.isAlive() || System.nanoTime() > deadline) {
        kill();
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
      return Files.readString(folder.file(LOG));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it as an operator does, by SIGTERM. Returns when it is gone. */
  public void stop() {
    script.destroy();
    await(script.toHandle());
  }

  /** Ends it by {@code kill -9}. Returns when it is gone. */
  public void kill() {
    List<ProcessHandle> java = script.descendants().toList();
    java.forEach(ProcessHandle::destroyForcibly);
    script.destroyForcibly();
    java.forEach(KeycloakProcess::await);
    await(script.toHandle());
  }

  private static void await(ProcessHandle process) {
    try {
      process.onExit().get(KeycloakFolder.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("Keycloak does not end", e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }
}
