package io.latchkey.host;

import io.latchkey.core.config.Settings;
import io.latchkey.core.config.StartupException;
import io.latchkey.host.sample.SampleDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What the operator has typed, and the files that it names, which are read once.
 *
 * @param sampleDirectory the port of the sample directory; absent if there is to be none
 * @param files the texts of configuration files by the names of the files, in their order
 * @param flags the rest: {@code --key=value}
 */
record CommandLine(
    OptionalInt sampleDirectory, Map<Path, Map<String, String>> files, List<String> flags) {

  private static final String CONFIG = "--config=";
  private static final String SAMPLE_DIRECTORY = "--sample-directory";

  static CommandLine of(List<String> arguments) {
    OptionalInt port = OptionalInt.empty();
    Map<Path, Map<String, String>> files = new LinkedHashMap<>();
    List<String> flags = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.equals(SAMPLE_DIRECTORY)) {
        port = OptionalInt.of(SampleDirectory.DEFAULT_PORT);
      } else if (argument.startsWith(SAMPLE_DIRECTORY + "=")) {
        port = OptionalInt.of(port(argument.substring(SAMPLE_DIRECTORY.length() + 1)));
      } else if (argument.startsWith(CONFIG)) {
        Path file = Path.of(argument.substring(CONFIG.length()));
        // Of a file that is named twice, the later place counts.
        Map<String, String> texts = files.remove(file);
        files.put(file, texts == null ? Settings.read(file) : texts);
      } else {
        flags.add(argument);
      }
    }
    return new CommandLine(port, files, flags);
  }

  /** Adds files, environment and flags to settings, the later beating the earlier. */
  Settings on(Settings defaults, Map<String, String> environment) {
    Settings settings = defaults;
    for (Map.Entry<Path, Map<String, String>> file : files.entrySet()) {
      settings = settings.with(file.getValue(), " in " + file.getKey());
    }
    return settings.withEnvironment(environment).withArguments(flags);
  }

  private static int port(String value) {
    if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65535) {
      throw new StartupException(
          "the value \""
              + value
              + "\" of "
              + SAMPLE_DIRECTORY
              + " must be a port, from 0 to 65535");
    }
    return Integer.parseInt(value);
  }
}
