package io.latchkey.keycloak.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A folder with an unmodified Keycloak, and what an operator does there by {@code kc.sh}. */
public final class KeycloakFolder {

  /** How long anything that is run there may take. */
  static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Path home;

  private KeycloakFolder(Path home) {
    this.home = home;
  }

  /** The one that the build has unpacked, without a database. */
  static KeycloakFolder unpacked() {
    Path home = Path.of(System.getProperty("latchkey.keycloak.home"));
    try {
      delete(home.resolve("data"));
      return new KeycloakFolder(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes another one, without a database and without our jar.
   *
   * @param home where it shall be; must not exist
   * @return the folder
   */
  public static KeycloakFolder create(Path home) {
    Path source = Path.of(System.getProperty("latchkey.keycloak.home"));
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(each -> isOfKeycloak(source.relativize(each))).toList()) {
        Files.copy(file, home.resolve(source.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
      return new KeycloakFolder(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another test may have started a server in the folder that is copied. */
  private static boolean isOfKeycloak(Path file) {
    return !file.startsWith("data")
        && !file.equals(Path.of("providers", "latchkey-keycloak.jar"))
        && !file.toString().endsWith(".log");
  }

  /**
   * A file or folder in it.
   *
   * @param path its relative path
   * @return where it is
   */
  public Path file(String path) {
    return home.resolve(path).toAbsolutePath();
  }

  /** Puts our jar into the folder {@code providers}. */
  public void putJar() {
    try {
      Files.copy(
          Path.of(System.getProperty("latchkey.keycloak.jar")),
          jar(),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes it out again. */
  public void removeJar() {
    try {
      Files.delete(jar());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path jar() {
    return file("providers/latchkey-keycloak.jar");
  }

  /**
   * Runs {@code kc.sh} to its end, which must be a good one.
   *
   * @param arguments the command and its options
   * @return what it has printed
   */
  public String kc(String... arguments) {
    try {
      Process process = command(List.of(arguments), "kc.log").start();
      boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      String printed = Files.readString(file("kc.log"));
      if (!ended || process.exitValue() != 0) {
        throw new AssertionError("kc.sh " + List.of(arguments) + " failed: " + printed);
      }
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  /**
   * Starts a server that has been built. The administrator of an empty database is {@value
   * KeycloakServer#ADMINISTRATOR}, with that as the password.
   *
   * @param options more options of {@code kc.sh start}
   * @return the server, which answers
   */
  public KeycloakProcess start(List<String> options) {
    return KeycloakProcess.start(this, options);
  }

  /** A command that writes into a file of this folder. */
  ProcessBuilder command(List<String> arguments, String log) {
    List<String> command = new ArrayList<>(List.of("bash", file("bin/kc.sh").toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true).redirectOutput(file(log).toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx512m");
    return builder;
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
