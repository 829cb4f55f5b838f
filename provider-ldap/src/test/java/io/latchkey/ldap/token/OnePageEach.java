package io.latchkey.ldap.token;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.SearchRequest;

/**
 * Makes the server in memory answer every search in one page. Its own pages begin at the nth entry
 * of what is there then, so that it passes over entries and repeats others while somebody writes;
 * no server that is used by others does that.
 */
final class OnePageEach extends InMemoryOperationInterceptor {

  @Override
  public void processSearchRequest(InMemoryInterceptedSearchRequest request) {
    SearchRequest search = request.getRequest().duplicate();
    search.setControls();
    request.setRequest(search);
  }
}
