package io.latchkey.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.spi.ConfigKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  private static final ConfigKey<Integer> PORT =
      ConfigKey.integer("http.port", 0, 65535, "port").withDefault("8080");
  private static final ConfigKey<String> PASSWORD = ConfigKey.secret("db.password", "password");
  private static final ConfigKey<String> POOL = ConfigKey.string("db.pool-size", "pool");
  private static final ConfigKey<String> ROLE = ConfigKey.string("db.role.*", "role");

  @TempDir private Path folder;

  private final Settings settings = Settings.of(new KnownKeys(List.of(PORT, PASSWORD, POOL, ROLE)));

  @Test
  void get_ofWhatIsNotSet_isTheDefault() {
    assertThat(settings.all().get(PORT)).isEqualTo(8080);
    assertThat(settings.all().find(POOL)).isEmpty();
  }

  @Test
  void later_sourcesBeatEarlierOnes() throws Exception {
    Settings file = settings.withFile(write("http.port=1", "db.pool-size=1"));
    Settings environment = file.withEnvironment(Map.of("LATCHKEY_HTTP_PORT", "2"));
    Settings flags = environment.withArguments(List.of("--http.port=3"));
    assertThat(file.all().get(PORT)).isEqualTo(1);
    assertThat(environment.all().get(PORT)).isEqualTo(2);
    assertThat(flags.all().get(PORT)).isEqualTo(3);
    assertThat(flags.all().get(POOL)).isEqualTo("1");
  }

  @Test
  void settingsOfSomeKeys_leaveTheOthersOut() throws Exception {
    Settings some =
        Settings.ofSome(new KnownKeys(List.of(PORT)))
            .withFile(write("http.port=1", "nobody.knows=1"))
            .withEnvironment(Map.of("LATCHKEY_HTTP_PORT", "2", "LATCHKEY_NOBODY_KNOWS", "2"))
            .withArguments(List.of("--nobody.knows=3"));
    assertThat(some).hasToString("Settings[http.port]");
    assertThat(some.all().get(PORT)).isEqualTo(2);
  }

  @Test
  void scope_holdsItsKeysWithoutTheScope() {
    Settings set = settings.withArguments(List.of("--db.pool-size=4", "--http.port=1"));
    assertThat(set.scope("db").get(ConfigKey.string("pool-size", ""))).isEqualTo("4");
    assertThat(set.scope("db")).hasToString("ProviderConfig[pool-size]");
  }

  @Test
  void environment_knowsDashesAndFamilies() {
    Settings set =
        settings.withEnvironment(
            Map.of("LATCHKEY_DB_POOL_SIZE", "4", "LATCHKEY_DB_ROLE_AUDITOR", "user.read"));
    assertThat(set.all().get(POOL)).isEqualTo("4");
    assertThat(set.all().family(ROLE)).containsExactly(Map.entry("AUDITOR", "user.read"));
  }

  @Test
  void environment_ignoresOthersAndWhatKubernetesSets() {
    Settings set =
        settings.withEnvironment(
            Map.of(
                "PATH", "/bin",
                "LATCHKEY_SERVICE_HOST", "10.0.0.1",
                "LATCHKEY_SERVICE_PORT_HTTP", "80",
                "LATCHKEY_PORT", "tcp://10.0.0.1:80",
                "LATCHKEY_PORT_80_TCP_ADDR", "10.0.0.1",
                "LATCHKEY_DB_SERVICE_HOST", "10.0.0.1",
                "LATCHKEY_DB_PORT_5432_TCP", "tcp://10.0.0.1:5432"));
    assertThat(set).hasToString("Settings[]");
  }

  @Test
  void unknownKey_isAnErrorThatNamesTheNearestKnownOne() throws Exception {
    Path file = write("htp.port=1");
    refused(
        () -> settings.withFile(file),
        "unknown key htp.port in " + file + "; did you mean http.port?");
    refused(
        () -> settings.withArguments(List.of("--db.poolsize=1")),
        "unknown key db.poolsize on the command line; did you mean db.pool-size?");
    refused(
        () -> settings.withEnvironment(Map.of("LATCHKEY_HTTP_PROT", "1")),
        "unknown environment variable LATCHKEY_HTTP_PROT; did you mean LATCHKEY_HTTP_PORT?");
  }

  @Test
  void secret_onTheCommandLine_isRefusedAndNotShown() {
    refused(
        () -> settings.withArguments(List.of("--db.password=hunter2")),
        "the secret db.password cannot be given on the command line, where others can see it: "
            + "set LATCHKEY_DB_PASSWORD or put it into the configuration file");
  }

  @Test
  void flag_withoutValueOrGivenTwice_isRefused() {
    refused(
        () -> settings.withArguments(List.of("--http.port")),
        "\"--http.port\" is not of the form --key=value");
    refused(
        () -> settings.withArguments(List.of("--http.port=1", "--http.port=2")),
        "the flag --http.port was given twice");
  }

  @Test
  void file_thatSetsAKeyTwiceOrIsMissing_isRefused() throws Exception {
    Path file = write("http.port=1", "http.port=2");
    refused(
        () -> settings.withFile(file),
        "the configuration file " + file + ": the key http.port is set twice");
    Path missing = folder.resolve("missing");
    refused(
        () -> settings.withFile(missing), "the configuration file " + missing + " cannot be read");
  }

  @Test
  void value_thatCannotBeRead_isNamedUnlessItIsASecret() {
    assertThatThrownBy(() -> settings.withArguments(List.of("--http.port=70000")).all().get(PORT))
        .hasMessage("the value \"70000\" of key http.port must be a whole number from 0 to 65535");
    ConfigKey<Integer> secret =
        new ConfigKey<>("db.password", "", PORT.defaultText(), true, PORT.parser());
    Settings set = settings.withEnvironment(Map.of("LATCHKEY_DB_PASSWORD", "hunter2"));
    assertThatThrownBy(() -> set.all().get(secret))
        .hasMessage("the value of key db.password cannot be read")
        .hasNoCause();
    assertThat(set).hasToString("Settings[db.password]");
  }

  private static void refused(ThrowingCallable action, String sentence) {
    assertThatThrownBy(action).isInstanceOf(StartupException.class).hasMessage(sentence);
  }

  private Path write(String... lines) throws Exception {
    return Files.write(folder.resolve("latchkey.properties"), List.of(lines));
  }
}
