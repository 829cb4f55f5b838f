package io.latchkey.ldap.directory;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A filter that is evaluated here, on an entry that was read: a server tells of an entry whether
 * one filter matches it, and of users several are asked. All values are compared as texts, without
 * regard to case. An attribute that the server does not show is one that is not there.
 */
public final class EntryFilter {

  private final Filter filter;
  private final Set<String> attributes = new TreeSet<>();

  private EntryFilter(Filter filter) {
    this.filter = filter;
    collectAttributes(filter);
  }

  /**
   * Reads a filter (<a href="https://www.rfc-editor.org/rfc/rfc4515">RFC 4515</a>).
   *
   * @param text a filter of presence, equality and substrings
   * @return the filter
   * @throws IllegalArgumentException if it is none, or has comparisons that need a schema; the end
   *     of a sentence
   */
  public static EntryFilter parse(String text) {
    try {
      return new EntryFilter(Filter.create(text));
    } catch (LDAPException e) {
      throw new IllegalArgumentException("must be an LDAP filter such as (employeeType=bot)", e);
    }
  }

  private void collectAttributes(Filter part) {
    switch (part.getFilterType()) {
      case Filter.FILTER_TYPE_AND, Filter.FILTER_TYPE_OR ->
          List.of(part.getComponents()).forEach(this::collectAttributes);
      case Filter.FILTER_TYPE_NOT -> collectAttributes(part.getNOTComponent());
      case Filter.FILTER_TYPE_EQUALITY, Filter.FILTER_TYPE_SUBSTRING, Filter.FILTER_TYPE_PRESENCE ->
          attributes.add(part.getAttributeName());
      default ->
          throw new IllegalArgumentException(
              "must do without "
                  + part
                  + ": it is evaluated here, where only =, * and presence are known");
    }
  }

  /** Which attributes it looks at. */
  Set<String> attributes() {
    return attributes;
  }

  boolean matches(Entry entry) {
    try {
      return filter.matchesEntry(entry);
    } catch (LDAPException e) {
      throw CouldNotTell.because("the filter " + filter + " cannot be evaluated");
    }
  }
}
