package io.latchkey.ldap.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.spi.ProviderUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CredentialsTest {

  private final TestDirectory directory = TestDirectory.plain("one");

  @TempDir private Path folder;

  @AfterEach
  void stop() {
    directory.close();
  }

  @Test
  void bind_password_isAccepted() {
    assertThat(ask(Credentials.of(TestDirectory.BIND_DN, TestDirectory.PASSWORD))).isEqualTo("one");
  }

  @Test
  void bind_firstLineOfFile_isThePassword() throws IOException {
    Path file = write(TestDirectory.PASSWORD + "\r\nanother line\n");

    assertThat(ask(Credentials.inFile(TestDirectory.BIND_DN, file))).isEqualTo("one");
  }

  @Test
  void bind_fileWithoutLineEnd_isThePassword() throws IOException {
    Path file = write(TestDirectory.PASSWORD);

    assertThat(ask(Credentials.inFile(TestDirectory.BIND_DN, file))).isEqualTo("one");
  }

  @Test
  void bind_passwordInFileWasChanged_nextConnectionUsesIt() throws IOException {
    Path file = write("not yet\n");
    try (LdapConnections connections = open(Credentials.inFile(TestDirectory.BIND_DN, file))) {
      assertThatThrownBy(() -> TestDirectory.ask(connections))
          .isInstanceOf(ProviderUnavailableException.class);

      write(TestDirectory.PASSWORD);

      assertThat(TestDirectory.ask(connections)).isEqualTo("one");
    }
  }

  @Test
  void bind_wrongPassword_saysWhichServerRefusesIt() {
    assertFails(
        Credentials.of(TestDirectory.BIND_DN, "wrong"), "it refuses the bind DN or its password");
  }

  @Test
  void bind_noSuchFile_namesIt() {
    Path file = folder.resolve("none");

    assertFails(
        Credentials.inFile(TestDirectory.BIND_DN, file),
        "the bind password file " + file + " cannot be read");
  }

  @Test
  void bind_emptyFile_isNotTakenForAnonymous() throws IOException {
    Path file = write("\n" + TestDirectory.PASSWORD);

    assertFails(
        Credentials.inFile(TestDirectory.BIND_DN, file),
        "the bind password file " + file + " holds no password");
    assertThat(directory.requests().binds()).isZero();
  }

  @Test
  void of_emptyPassword_isRefused() {
    assertThatThrownBy(() -> Credentials.of(TestDirectory.BIND_DN, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the bind password is empty");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("password"), text);
  }

  private LdapConnections open(Credentials credentials) {
    return TestSettings.to(directory.address()).as(credentials).open();
  }

  private String ask(Credentials credentials) {
    try (LdapConnections connections = open(credentials)) {
      return TestDirectory.ask(connections);
    }
  }

  private void assertFails(Credentials credentials, String why) {
    assertThatThrownBy(() -> ask(credentials))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessage("no directory server could be asked: " + directory.address() + ": " + why);
  }
}
