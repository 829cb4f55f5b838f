package io.latchkey.ldap.server;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.matchingrules.OctetStringMatchingRule;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.SearchRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a server in memory give the values of one attribute in ranges, as Active Directory does:
 * {@code memberOf;range=0-1499} and an empty {@code memberOf}.
 */
public final class RangeRetrieval extends InMemoryOperationInterceptor {

  private static final String FROM = "from";

  private final String attribute;
  private final Pattern asked;
  private final int size;

  public RangeRetrieval(String attribute, int size) {
    this.attribute = attribute;
    this.asked = Pattern.compile(attribute.toLowerCase(Locale.ROOT) + "(;range=(\\d+)-\\*)?");
    this.size = size;
  }

  /** A server in memory knows no ranges: it is asked for all. */
  @Override
  public void processSearchRequest(InMemoryInterceptedSearchRequest request) {
    SearchRequest changed = request.getRequest().duplicate();
    String[] attributes = changed.getAttributes();
    for (int i = 0; i < attributes.length; i++) {
      Matcher matcher = asked.matcher(attributes[i].toLowerCase(Locale.ROOT));
      if (matcher.matches()) {
        request.setProperty(FROM, matcher.group(2) == null ? "0" : matcher.group(2));
        attributes[i] = attribute;
      }
    }
    changed.setAttributes(attributes);
    request.setRequest(changed);
  }

  @Override
  public void processSearchEntry(InMemoryInterceptedSearchEntry found) {
    Entry entry = found.getSearchEntry().duplicate();
    Attribute all = entry.getAttribute(attribute);
    Object from = found.getProperty(FROM);
    if (all != null && from != null) {
      int start = Integer.parseInt((String) from);
      if (start > 0 || all.size() > size) {
        entry.setAttribute(new Attribute(attribute));
        entry.addAttribute(range(all.getRawValues(), start));
        found.setSearchEntry(entry);
      }
    }
  }

  private Attribute range(ASN1OctetString[] values, int start) {
    boolean last = start + size >= values.length;
    int end = last ? values.length : start + size;
    return new Attribute(
        attribute + ";range=" + start + "-" + (last ? "*" : String.valueOf(end - 1)),
        OctetStringMatchingRule.getInstance(),
        Arrays.copyOfRange(values, start, end));
  }
}
