package io.latchkey.keycloak.directory;

import org.keycloak.models.UserModel;

/**
 * An attribute by which users that are no service accounts are machine users all the same.
 *
 * @param name its name
 * @param value the value that marks a machine user
 */
public record MachineAttribute(String name, String value) {

  /**
   * Reads one.
   *
   * @param text name and value with {@code =} between
   * @return the attribute
   * @throws IllegalArgumentException with the end of the sentence "the value of key …"
   */
  public static MachineAttribute parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 1 || equals == text.length() - 1) {
      throw new IllegalArgumentException("must be of the form name=value");
    }
    return new MachineAttribute(text.substring(0, equals), text.substring(equals + 1));
  }

  boolean marks(UserModel user) {
    return user.getAttributeStream(name).anyMatch(value::equals);
  }
}
