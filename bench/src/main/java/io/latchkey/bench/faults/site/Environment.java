package io.latchkey.bench.faults.site;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Settings as variables, which take secrets too. */
final class Environment {

  private Environment() {}

  static Map<String, String> of(Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>();
    settings.forEach(
        (key, text) ->
            environment.put(
                "LATCHKEY_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'),
                text));
    return environment;
  }
}
