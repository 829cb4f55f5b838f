package io.latchkey.ldap.connection;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Settings for tests: patient, or in a hurry where a server is expected to hang.
 *
 * @param settings the settings
 */
record TestSettings(ConnectionSettings settings) {

  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final Duration HURRIED = Duration.ofMillis(400);
  private static final Trust NOBODY = new Trust(Optional.empty(), Optional.empty(), true);

  static TestSettings to(ServerAddress... servers) {
    return new TestSettings(
        new ConnectionSettings(
            List.of(servers),
            false,
            NOBODY,
            Optional.of(Credentials.of(TestDirectory.BIND_DN, TestDirectory.PASSWORD)),
            8,
            PATIENT,
            PATIENT,
            Duration.ofHours(1)));
  }

  TestSettings anonymous() {
    return as(null);
  }

  TestSettings as(@Nullable Credentials credentials) {
    return new TestSettings(
        new ConnectionSettings(
            settings.servers(),
            settings.startTls(),
            settings.trust(),
            Optional.ofNullable(credentials),
            settings.poolSize(),
            settings.connectTimeout(),
            settings.responseTimeout(),
            settings.healthCheckInterval()));
  }

  TestSettings startTls() {
    return tls(true, settings.trust());
  }

  TestSettings trusting(Path certificates) {
    return trusting(new Trust(Optional.of(certificates), Optional.empty(), true));
  }

  TestSettings trusting(Trust trust) {
    return tls(settings.startTls(), trust);
  }

  private TestSettings tls(boolean startTls, Trust trust) {
    return new TestSettings(
        new ConnectionSettings(
            settings.servers(),
            startTls,
            trust,
            settings.credentials(),
            settings.poolSize(),
            settings.connectTimeout(),
            settings.responseTimeout(),
            settings.healthCheckInterval()));
  }

  /** With limits that a hung server reaches soon. */
  TestSettings hurried() {
    return within(HURRIED);
  }

  TestSettings within(Duration limit) {
    return within(limit, limit);
  }

  TestSettings within(Duration connect, Duration response) {
    return with(settings.poolSize(), connect, response, settings.healthCheckInterval());
  }

  TestSettings poolSize(int connections) {
    return with(
        connections,
        settings.connectTimeout(),
        settings.responseTimeout(),
        settings.healthCheckInterval());
  }

  TestSettings checkedEach(Duration interval) {
    return with(
        settings.poolSize(), settings.connectTimeout(), settings.responseTimeout(), interval);
  }

  private TestSettings with(int connections, Duration connect, Duration response, Duration check) {
    return new TestSettings(
        new ConnectionSettings(
            settings.servers(),
            settings.startTls(),
            settings.trust(),
            settings.credentials(),
            connections,
            connect,
            response,
            check));
  }

  LdapConnections open() {
    return new LdapConnections(settings);
  }
}
