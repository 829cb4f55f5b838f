package io.latchkey.build;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A page of the documentation: what it tells its reader to type, and to put into files. */
record Page(String text) {

  private static final Pattern FILE =
      Pattern.compile("^`([^`\n]+)`:\n\n```java\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  static Page of(String path) throws IOException {
    return new Page(Files.readString(Pom.ROOT.resolve(path)));
  }

  /** The fenced blocks of a language, in order. */
  List<String> blocks(String language) {
    return Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  /** The Java blocks whose file is named above them, by its path. */
  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    FILE.matcher(text).results().forEach(match -> files.put(match.group(1), match.group(2)));
    return files;
  }
}
