package io.latchkey.host;

import io.latchkey.core.config.KnownKeys;
import io.latchkey.spi.ConfigKey;

/** What {@code --help} prints: every key, made from the keys themselves. */
final class Help {

  private Help() {}

  static String text(KnownKeys keys) {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        Usage: java -jar latchkey-host.jar [--config=FILE] [--sample-directory[=PORT]] [--key=value ...]
               java -jar latchkey-host.jar providers [the same]
               java -jar latchkey-host.jar archive

        A key is set in FILE (a properties file: key=value), by an environment variable
        (http.port is LATCHKEY_HTTP_PORT) or by a flag; the later beats the earlier.
        --sample-directory starts an LDAP directory beside the server, to try it with (port 10389).
        "providers" lists the providers that are there, built in or in jars in the folder provider.dir,
        and whether the server could start with those that are chosen: exit status 0, or 1 and why not.
        "archive" writes latchkey-host.jsa and latchkey-host.args beside the jar: java @latchkey-host.args
        then starts the server in half the time, with less memory.

        """);
    for (ConfigKey<?> key : keys.all()) {
      out.append("  ").append(key.name().replace("*", "NAME")).append('\n');
      out.append("      ").append(key.description());
      if (key.secret()) {
        out.append(" (secret: not by a flag)");
      } else {
        HostKeys.defaultText(key).ifPresent(text -> out.append(" [").append(text).append(']'));
      }
      out.append('\n');
    }
    return out.toString();
  }
}
