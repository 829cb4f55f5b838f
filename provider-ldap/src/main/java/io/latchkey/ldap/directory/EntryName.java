package io.latchkey.ldap.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;

/** The DN of an entry that a server has given. */
public final class EntryName {

  private EntryName() {}

  /**
   * The DN.
   *
   * @param entry an entry
   * @return its DN, which keeps the server's own spelling
   * @throws io.latchkey.spi.ProviderUnavailableException if it is none
   */
  public static DN of(Entry entry) {
    try {
      return entry.getParsedDN();
    } catch (LDAPException e) {
      throw CouldNotTell.because("the directory server gives an entry with a DN that is none");
    }
  }

  /** The DN for a message: normalized, so that what is not printable in it is escaped. */
  static String shown(Entry entry) {
    return of(entry).toNormalizedString();
  }
}
