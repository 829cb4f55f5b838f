package io.latchkey.ldap.directory;

import static java.util.Objects.requireNonNull;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The attribute that holds an id, of users or of organizations. A server compares its values in a
 * way of its own, mostly without regard to case and to some of the blanks; here the octets decide.
 */
public final class IdAttribute {

  private static final int LONGEST = 200;

  private final String name;
  private final IdForm form;

  private IdAttribute(String name, IdForm form) {
    this.name = requireNonNull(name, "name");
    this.form = form;
  }

  /**
   * An attribute by its name: {@code objectGUID} and {@code mS-DS-ConsistencyGuid} of Active
   * Directory, {@code entryUUID} (<a href="https://www.rfc-editor.org/rfc/rfc4530">RFC 4530</a>)
   * and {@code nsUniqueId} of 389 Directory Server have one canonical text each; what any other
   * holds is UTF-8.
   *
   * @param name the name, in any case
   * @return the attribute
   */
  public static IdAttribute named(String name) {
    return new IdAttribute(
        name,
        switch (name.toLowerCase(Locale.ROOT)) {
          case "objectguid", "ms-ds-consistencyguid" -> IdForm.GUID;
          case "entryuuid" -> IdForm.ENTRY_UUID;
          case "nsuniqueid" -> IdForm.NS_UNIQUE_ID;
          default -> IdForm.TEXT;
        });
  }

  /**
   * Its name.
   *
   * @return the name, as it was given
   */
  public String name() {
    return name;
  }

  /** What an entry holds that has an id; absent if no entry can have it. */
  Optional<ASN1OctetString> octets(String id) {
    return isId(id) && form.matches(id) ? Optional.of(form.octets(id)) : Optional.empty();
  }

  /** Whether an id is one that the SPI can name, and UTF-8 can hold. */
  static boolean isId(String id) {
    return !id.isEmpty()
        && id.length() <= LONGEST
        && id.codePoints().noneMatch(IdAttribute::isNowhereStorable);
  }

  private static boolean isNowhereStorable(int codePoint) {
    return codePoint == 0
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }

  /** Finds at least the entries that hold it. */
  Filter equalTo(ASN1OctetString octets) {
    return Filter.createEqualityFilter(name, octets.getValue());
  }

  /** Whether an entry holds it, octet by octet. */
  boolean isIn(Entry entry, ASN1OctetString octets) {
    Attribute attribute = entry.getAttribute(name);
    if (attribute == null) {
      return false;
    }
    for (ASN1OctetString value : attribute.getRawValues()) {
      if (value.equalsIgnoreType(octets)) {
        return true;
      }
    }
    return false;
  }

  /** The one id in an entry; absent if there is none. */
  Optional<String> idIn(Entry entry) {
    Attribute attribute = entry.getAttribute(name);
    if (attribute == null || !attribute.hasValue()) {
      return Optional.empty();
    }
    ASN1OctetString[] values = attribute.getRawValues();
    String id = new String(values[0].getValue(), StandardCharsets.UTF_8);
    if (values.length > 1 || !octets(id).filter(values[0]::equalsIgnoreType).isPresent()) {
      throw CouldNotTell.because(
          "the attribute "
              + name
              + " of "
              + EntryName.shown(entry)
              + (values.length > 1 ? " has more than one value" : " holds what can be no id"));
    }
    return Optional.of(id);
  }

  /** Its name. */
  @Override
  public String toString() {
    return name;
  }
}
