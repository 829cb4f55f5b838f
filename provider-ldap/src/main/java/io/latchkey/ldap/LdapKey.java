package io.latchkey.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import io.latchkey.spi.ConfigKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keys whose values are words of LDAP. */
final class LdapKey {

  private LdapKey() {}

  /** A key without a default, whose value is read by a function. */
  static <T> ConfigKey<T> of(String name, String description, Function<String, T> parser) {
    return new ConfigKey<>(name, description, Optional.empty(), false, parser);
  }

  static ConfigKey<DN> dn(String name, String description) {
    return of(name, description, LdapKey::parseDn);
  }

  /** A filter that the server evaluates. */
  static ConfigKey<Filter> filter(String name, String description) {
    return of(name, description, LdapKey::parseFilter);
  }

  /** The name of an attribute. */
  static ConfigKey<String> attribute(String name, String description) {
    return of(name, description, LdapKey::parseAttribute);
  }

  /** One of some words. */
  static ConfigKey<String> word(String name, String description, String... words) {
    return of(name, description, text -> parseWord(text, List.of(words)));
  }

  private static DN parseDn(String text) {
    try {
      DN dn = new DN(text);
      if (!dn.isNullDN()) {
        return dn;
      }
    } catch (LDAPException e) {
      throw new IllegalArgumentException(NO_DN, e);
    }
    throw new IllegalArgumentException(NO_DN);
  }

  private static final String NO_DN = "must be a DN such as ou=people,dc=example,dc=com";

  private static Filter parseFilter(String text) {
    try {
      return Filter.create(text);
    } catch (LDAPException e) {
      throw new IllegalArgumentException(
          "must be an LDAP filter such as (objectClass=inetOrgPerson)", e);
    }
  }

  private static String parseAttribute(String text) {
    if (!Attribute.nameIsValid(text)) {
      throw new IllegalArgumentException("must be the name of an attribute such as uid");
    }
    return text;
  }

  private static String parseWord(String text, List<String> words) {
    if (!words.contains(text)) {
      throw new IllegalArgumentException("must be " + String.join(" or ", words));
    }
    return text;
  }
}
