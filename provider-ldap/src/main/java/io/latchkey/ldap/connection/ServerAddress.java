package io.latchkey.ldap.connection;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Where a directory server listens (<a href="https://www.rfc-editor.org/rfc/rfc4516">RFC 4516</a>,
 * scheme, host and port alone).
 *
 * @param host a host name or an address
 * @param port the port
 * @param tls whether the connection starts with TLS: {@code ldaps}
 */
public record ServerAddress(String host, int port, boolean tls) {

  private static final int LDAP_PORT = 389;
  private static final int LDAPS_PORT = 636;

  /** Refuses a null component. */
  public ServerAddress {
    requireNonNull(host, "host");
  }

  /**
   * Reads a list of URLs.
   *
   * @param text URLs, separated by blanks or commas
   * @return the addresses in order, at least one
   * @throws IllegalArgumentException if one is no LDAP URL of a server; the end of a sentence
   */
  public static List<ServerAddress> parseAll(String text) {
    List<ServerAddress> addresses =
        Arrays.stream(text.strip().split("[\\s,]+")).map(ServerAddress::parse).toList();
    if (addresses.stream().distinct().count() < addresses.size()) {
      throw new IllegalArgumentException("names a server twice");
    }
    return addresses;
  }

  private static ServerAddress parse(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(WRONG, e);
    }
    boolean tls = "ldaps".equalsIgnoreCase(uri.getScheme());
    boolean plain = "ldap".equalsIgnoreCase(uri.getScheme());
    boolean more =
        uri.getUserInfo() != null
            || uri.getQuery() != null
            || uri.getFragment() != null
            || !(uri.getPath() == null || uri.getPath().isEmpty() || uri.getPath().equals("/"));
    int port = uri.getPort() >= 0 ? uri.getPort() : tls ? LDAPS_PORT : LDAP_PORT;
    if ((!tls && !plain) || uri.getHost() == null || more || port < 1 || port > 65535) {
      throw new IllegalArgumentException(WRONG);
    }
    String host = uri.getHost().replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
    return new ServerAddress(host, port, tls);
  }

  private static final String WRONG =
      "must be one or more URLs such as ldaps://ldap.example.com or ldap://10.0.0.1:389";

  /**
   * Whether it is an address of this machine, so that nobody listens on the way.
   *
   * @return true for an address of the loopback interface, and for {@code localhost}
   */
  public boolean isLoopback() {
    return host.equals("localhost")
        // An address, not a name such as 127.example.com.
        || host.matches("127(\\.\\d{1,3}){3}")
        || host.equals("::1")
        || host.equals("0:0:0:0:0:0:0:1");
  }

  /** As a URL. */
  @Override
  public String toString() {
    return (tls ? "ldaps://" : "ldap://")
        + (host.contains(":") ? "[" + host + "]" : host)
        + ":"
        + port;
  }
}
