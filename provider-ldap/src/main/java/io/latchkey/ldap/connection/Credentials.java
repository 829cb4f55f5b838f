package io.latchkey.ldap.connection;

import static java.util.Objects.requireNonNull;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whom to bind as (<a href="https://www.rfc-editor.org/rfc/rfc4513#section-5.1.3">RFC 4513
 * §5.1.3</a>). A password in a file is read anew for each connection, so that it can be changed
 * while the host runs.
 */
public final class Credentials {

  private final String bindDn;
  private final Optional<String> password;
  private final Optional<Path> passwordFile;

  private Credentials(String bindDn, Optional<String> password, Optional<Path> passwordFile) {
    this.bindDn = requireNonNull(bindDn, "bindDn");
    this.password = password;
    this.passwordFile = passwordFile;
  }

  /**
   * With a password that is known.
   *
   * @param bindDn the DN; on Active Directory a user principal name will do
   * @param password the password
   * @return the credentials
   * @throws IllegalArgumentException if the password is empty: a server would take that for
   *     anonymous (RFC 4513 §5.1.2)
   */
  public static Credentials of(String bindDn, String password) {
    if (password.isEmpty()) {
      throw new IllegalArgumentException("the bind password is empty");
    }
    return new Credentials(bindDn, Optional.of(password), Optional.empty());
  }

  /**
   * With a password in a file.
   *
   * @param bindDn the DN
   * @param file the file; its first line is the password
   * @return the credentials
   */
  public static Credentials inFile(String bindDn, Path file) {
    return new Credentials(bindDn, Optional.empty(), Optional.of(file));
  }

  String bindDn() {
    return bindDn;
  }

  String password() throws LDAPException {
    return password.isPresent() ? password.get() : read(passwordFile.orElseThrow());
  }

  private static String read(Path file) throws LDAPException {
    String line;
    try {
      line = Files.readString(file, StandardCharsets.UTF_8).lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new LDAPException(
          ResultCode.PARAM_ERROR, "the bind password file " + file + " cannot be read", e);
    }
    if (line.isEmpty()) {
      throw new LDAPException(
          ResultCode.PARAM_ERROR, "the bind password file " + file + " holds no password");
    }
    return line;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "Credentials[" + bindDn + "]";
  }
}
