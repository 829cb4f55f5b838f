package io.latchkey.ldap.directory;

import static java.util.Objects.requireNonNull;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;

/**
 * How users are found and named.
 *
 * @param area where they are
 * @param filter which entries are users; evaluated by the server
 * @param id the attribute of their ids
 * @param loginAttribute the attribute of the names that people know them by
 */
public record UserSettings(UserArea area, Filter filter, IdAttribute id, String loginAttribute) {

  /** Refuses null components. */
  public UserSettings {
    requireNonNull(area, "area");
    requireNonNull(filter, "filter");
    requireNonNull(id, "id");
    requireNonNull(loginAttribute, "loginAttribute");
  }

  /**
   * The name that people know a user by.
   *
   * @param entry the user's entry
   * @param userId the user's id
   * @return the first value of the attribute; the id if there is none that the SPI can name
   */
  public String loginOf(Entry entry, String userId) {
    String login = entry.getAttributeValue(loginAttribute);
    return login != null && IdAttribute.isId(login) ? login : userId;
  }
}
