package io.latchkey.ldap.server;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchRequest;
import java.util.Arrays;

/**
 * Lets a server in memory take the matching rules of Active Directory for equality, for a look at
 * what is asked; what they do, a real one tells.
 */
public final class ActiveDirectoryRules extends InMemoryOperationInterceptor {

  @Override
  public void processSearchRequest(InMemoryInterceptedSearchRequest request) {
    SearchRequest changed = request.getRequest().duplicate();
    changed.setFilter(simplified(changed.getFilter()));
    request.setRequest(changed);
  }

  private static Filter simplified(Filter filter) {
    return switch (filter.getFilterType()) {
      case Filter.FILTER_TYPE_AND ->
          Filter.createANDFilter(
              Arrays.stream(filter.getComponents()).map(ActiveDirectoryRules::simplified).toList());
      case Filter.FILTER_TYPE_EXTENSIBLE_MATCH ->
          Filter.createEqualityFilter(filter.getAttributeName(), filter.getAssertionValue());
      default -> filter;
    };
  }
}
