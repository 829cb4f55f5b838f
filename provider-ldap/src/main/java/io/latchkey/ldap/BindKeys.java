package io.latchkey.ldap;

import io.latchkey.ldap.connection.ConnectionSettings;
import io.latchkey.ldap.connection.Credentials;
import io.latchkey.spi.ConfigKey;
import io.latchkey.spi.ProviderConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The keys that say whom to bind as. */
final class BindKeys {

  private static final ConfigKey<String> BIND_DN =
      ConfigKey.string(
          "bind-dn",
          "whom to bind as: a DN, or a user principal name; without one, nobody: anonymous");
  private static final ConfigKey<String> BIND_PASSWORD =
      ConfigKey.secret("bind-password", "password to bind with");
  private static final ConfigKey<Path> BIND_PASSWORD_FILE =
      ConfigKey.path(
          "bind-password-file",
          "file whose first line is the password to bind with, read for each connection");
  private static final ConfigKey<Boolean> ALLOW_PLAINTEXT_PASSWORD =
      ConfigKey.flag(
              "allow-plaintext-password", "whether that password may be sent over ldap:// as it is")
          .withDefault("false");

  static final List<ConfigKey<?>> ALL =
      List.of(BIND_DN, BIND_PASSWORD, BIND_PASSWORD_FILE, ALLOW_PLAINTEXT_PASSWORD);

  private BindKeys() {}

  /** Whom to bind as; absent for anonymous. */
  static Optional<Credentials> credentials(ProviderConfig config) {
    Optional<String> bindDn = config.find(BIND_DN);
    Optional<String> password = config.find(BIND_PASSWORD);
    Optional<Path> file = config.find(BIND_PASSWORD_FILE);
    ConnectionKeys.require(
        password.isEmpty() || file.isEmpty(),
        "bind-password and bind-password-file are both set: which one is it?");
    if (bindDn.isEmpty()) {
      ConnectionKeys.require(password.isEmpty(), "bind-password is set without bind-dn");
      ConnectionKeys.require(file.isEmpty(), "bind-password-file is set without bind-dn");
      return Optional.empty();
    }
    // A server would take a bind with nothing in it for an anonymous one: RFC 4513 §5.1.2.
    ConnectionKeys.require(!bindDn.get().isBlank(), "bind-dn is empty");
    ConnectionKeys.require(
        password.isEmpty() || !password.get().isEmpty(), "bind-password is empty");
    ConnectionKeys.require(
        password.isPresent() || file.isPresent(),
        "bind-dn is set without bind-password or bind-password-file");
    return password
        .map(text -> Credentials.of(bindDn.get(), text))
        .or(() -> file.map(path -> Credentials.inFile(bindDn.get(), path)));
  }

  /** A password that all can read is refused, unless the operator insists. */
  static void requireSecrecy(ProviderConfig config, ConnectionSettings settings) {
    if (settings.credentials().isEmpty() || config.get(ALLOW_PLAINTEXT_PASSWORD)) {
      return;
    }
    settings.servers().stream()
        .filter(server -> !server.tls() && !settings.startTls() && !server.isLoopback())
        .findFirst()
        .ifPresent(
            server -> {
              throw new IllegalArgumentException(
                  "the bind password would be sent to "
                      + server
                      + " for anybody on the way to read: set start-tls to true, use ldaps:// in"
                      + " url, or set allow-plaintext-password to true");
            });
  }
}
