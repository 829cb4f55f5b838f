package io.latchkey.bench.server;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The packaged server with the empty resource on its class path.
 *
 * @param host the jar of the server
 * @param resource the jar of the empty resource
 */
public record ServerJars(Path host, Path resource) {

  private static final String MAIN = "io.latchkey.host.Main";

  /**
   * The command that starts the server.
   *
   * @param options options of the JVM
   * @return the command, without the server's own arguments
   */
  public List<String> command(String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.add("-cp");
    command.add(host.toAbsolutePath() + File.pathSeparator + resource.toAbsolutePath());
    command.add(MAIN);
    return command;
  }

  /**
   * Whether this version of the server has a key.
   *
   * @param key its name
   * @return whether {@code --help} names it
   * @throws IOException if the server cannot be started
   */
  public boolean knows(String key) throws IOException {
    List<String> command = command();
    command.add("--help");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String help = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return help.lines().anyMatch(line -> line.strip().equals(key));
  }
}
