package com.example.latchkey.cassandra;

import io.latchkey.spi.ConfigKey;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The keys of this provider. */
final class Keys {

  static final ConfigKey<List<InetSocketAddress>> CONTACT_POINTS =
      key(
              "contact-points",
              "some nodes of the cluster, as host:port, separated by commas",
              Keys::addresses)
          .withDefault("127.0.0.1:9042");

  static final ConfigKey<String> DATACENTER =
      ConfigKey.string("datacenter", "the data center of the nodes that are asked")
          .withDefault("datacenter1");

  static final ConfigKey<String> KEYSPACE =
      key("keyspace", "where the tables are", text -> matching(text, "[a-z][a-z0-9_]{0,47}"))
          .withDefault("latchkey");

  static final ConfigKey<String> REALM =
      key(
              "realm",
              "a name that keeps the tokens of several hosts in one keyspace apart",
              text -> matching(text, "[A-Za-z0-9._-]{1,100}"))
          .withDefault("default");

  static final ConfigKey<Boolean> CREATE_SCHEMA =
      ConfigKey.flag("create-schema", "whether to create keyspace and tables that are not there")
          .withDefault("true");

  static final ConfigKey<Integer> REPLICATION =
      ConfigKey.integer("replication", 1, 9, "copies of all data in a keyspace that is created")
          .withDefault("3");

  static final ConfigKey<String> USER = ConfigKey.string("user", "the role to log in as");

  static final ConfigKey<String> PASSWORD = ConfigKey.secret("password", "the password of user");

  static final ConfigKey<Duration> TIMEOUT =
      ConfigKey.duration("timeout", "how long a call may take at the most").withDefault("PT5S");

  static final List<ConfigKey<?>> ALL =
      List.of(
          CONTACT_POINTS,
          DATACENTER,
          KEYSPACE,
          REALM,
          CREATE_SCHEMA,
          REPLICATION,
          USER,
          PASSWORD,
          TIMEOUT);

  /** A host name, or an IPv6 address in brackets, and a port. */
  private static final Pattern ADDRESS =
      Pattern.compile("(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+):([0-9]{1,5})");

  private Keys() {}

  private static <T> ConfigKey<T> key(String name, String description, Function<String, T> parser) {
    return new ConfigKey<>(name, description, java.util.Optional.empty(), false, parser);
  }

  private static String matching(String text, String form) {
    if (!text.matches(form)) {
      throw new IllegalArgumentException("must have the form " + form);
    }
    return text;
  }

  private static List<InetSocketAddress> addresses(String text) {
    return Stream.of(text.split(",", -1)).map(String::strip).map(Keys::address).toList();
  }

  /** Not resolved: to create a provider does no I/O. */
  private static InetSocketAddress address(String text) {
    Matcher matcher = ADDRESS.matcher(text);
    int port = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("must be host:port, separated by commas");
    }
    return InetSocketAddress.createUnresolved(matcher.group(1), port);
  }
}
