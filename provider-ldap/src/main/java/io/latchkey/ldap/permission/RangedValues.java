package io.latchkey.ldap.permission;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.latchkey.ldap.connection.LdapAccess;
import io.latchkey.ldap.directory.CouldNotTell;
import io.latchkey.ldap.directory.EntryName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All values of an attribute, of which Active Directory gives 1,500 at once ([MS-ADTS]
 * 3.1.1.3.1.3.3, range retrieval): it answers {@code memberOf;range=0-1499}, and is asked on for
 * {@code memberOf;range=1500-*}, until it answers with a range that ends in {@code *}.
 */
final class RangedValues {

  private static final Pattern RANGE = Pattern.compile("range=(\\d{1,9})-(\\d{1,9}|\\*)");
  private static final Filter ANY = Filter.createPresenceFilter("objectClass");

  private final LdapAccess access;
  private final String attribute;

  RangedValues(LdapAccess access, String attribute) {
    this.access = access;
    this.attribute = attribute;
  }

  /** All values, of which an entry that was read holds the first. */
  List<ASN1OctetString> of(SearchResultEntry entry) {
    List<ASN1OctetString> values = new ArrayList<>();
    Optional<Range> range = range(entry);
    if (range.isEmpty()) {
      Attribute all = entry.getAttribute(attribute);
      return all == null ? List.of() : List.of(all.getRawValues());
    }
    while (range.isPresent()) {
      if (range.get().first() != values.size()) {
        throw unclear(entry);
      }
      values.addAll(range.get().values());
      if (range.get().isLast()) {
        return values;
      }
      if (range.get().values().isEmpty()) {
        throw unclear(entry);
      }
      range = next(entry, values.size());
    }
    throw unclear(entry);
  }

  private Optional<Range> next(SearchResultEntry entry, int from) {
    return access
        .read(EntryName.of(entry), ANY, attribute + ";range=" + from + "-*")
        .flatMap(this::range);
  }

  private RuntimeException unclear(Entry entry) {
    return CouldNotTell.because(
        "the directory server does not give all values of "
            + attribute
            + " of "
            + EntryName.of(entry).toNormalizedString());
  }

  private Optional<Range> range(Entry entry) {
    return entry.getAttributes().stream()
        .filter(candidate -> candidate.getBaseName().equalsIgnoreCase(attribute))
        .flatMap(candidate -> Range.of(candidate).stream())
        .findFirst();
  }

  private record Range(int first, boolean isLast, List<ASN1OctetString> values) {

    static Optional<Range> of(Attribute attribute) {
      return attribute.getOptions().stream()
          .map(option -> RANGE.matcher(option.toLowerCase(Locale.ROOT)))
          .filter(Matcher::matches)
          .findFirst()
          .map(
              range ->
                  new Range(
                      Integer.parseInt(range.group(1)),
                      range.group(2).equals("*"),
                      List.of(attribute.getRawValues())));
    }
  }
}
