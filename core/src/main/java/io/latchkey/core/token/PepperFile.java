package io.latchkey.core.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.core.config.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The operator's file of peppers: a line each of {@code <key id> <32 bytes or more in base64>}, the
 * current one first, retired ones after it. The line {@code plain}, after the first, says that
 * tokens from the time before peppers still work. Empty lines and lines that start with {@code #}
 * do not count.
 */
public final class PepperFile {

  private PepperFile() {}

  /**
   * Reads the file.
   *
   * @param file the file
   * @return the digester that it describes
   * @throws StartupException if it cannot be read or is wrong; the message shows no key
   */
  public static TokenDigester read(Path file) {
    List<Pepper> peppers = new ArrayList<>();
    boolean plain = false;
    int number = 0;
    for (String line : lines(file)) {
      number++;
      String[] words = line.strip().split("\\s+");
      if (words[0].isEmpty() || words[0].startsWith("#")) {
        continue;
      }
      if (words.length == 1 && words[0].equals("plain") && !peppers.isEmpty()) {
        plain = true;
      } else {
        Pepper pepper = pepper(words, file + ":" + number);
        if (peppers.stream().anyMatch(other -> other.keyId().equals(pepper.keyId()))) {
          throw new StartupException(
              file + ":" + number + ": the key id " + pepper.keyId() + " was used before");
        }
        peppers.add(pepper);
      }
    }
    if (peppers.isEmpty()) {
      throw new StartupException("the pepper file " + file + " holds no pepper");
    }
    return TokenDigester.peppered(peppers, plain);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, UTF_8);
    } catch (IOException e) {
      throw new StartupException("the pepper file " + file + " cannot be read", e);
    }
  }

  private static Pepper pepper(String[] words, String place) {
    if (words.length != 2) {
      throw new StartupException(place + ": a line must be a key id and a key in base64");
    }
    try {
      return new Pepper(words[0], Base64.getDecoder().decode(words[1]));
    } catch (IllegalArgumentException e) {
      // The cause would show the key.
      throw new StartupException(
          place + ": the key must be base64 of 32 bytes or more, its id 1 to 40 characters");
    }
  }
}
