package io.latchkey.host;

import io.latchkey.spi.ConfigKey;
import java.time.Duration;
import java.util.List;

/** The keys of this server itself. */
final class HostKeys {

  static final ConfigKey<String> HTTP_HOST =
      ConfigKey.string("http.host", "address to listen on; 0.0.0.0 for all of the machine's")
          .withDefault("127.0.0.1");

  static final ConfigKey<Integer> HTTP_PORT =
      ConfigKey.integer("http.port", 0, 65535, "port to listen on; 0 for any that is free")
          .withDefault("8080");

  static final ConfigKey<Duration> SHUTDOWN_TIMEOUT =
      ConfigKey.duration(
              "http.shutdown-timeout", "how long requests may go on when the server ends")
          .withDefault("PT5S");

  static final ConfigKey<Boolean> ACCESS_LOG =
      ConfigKey.flag("http.access-log", "whether to log each request, without headers and query")
          .withDefault("true");

  private HostKeys() {}

  static List<ConfigKey<?>> all() {
    return List.of(HTTP_HOST, HTTP_PORT, SHUTDOWN_TIMEOUT, ACCESS_LOG);
  }
}
