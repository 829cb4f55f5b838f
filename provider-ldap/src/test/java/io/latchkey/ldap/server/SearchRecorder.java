package io.latchkey.ldap.server;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.ReadOnlySearchRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what a server in memory was asked to search for. */
public final class SearchRecorder extends InMemoryOperationInterceptor {

  private final List<ReadOnlySearchRequest> requests = new CopyOnWriteArrayList<>();

  @Override
  public void processSearchRequest(InMemoryInterceptedSearchRequest request) {
    requests.add(request.getRequest());
  }

  /** The requests since the last call, in order. */
  public List<ReadOnlySearchRequest> take() {
    List<ReadOnlySearchRequest> taken = List.copyOf(requests);
    requests.clear();
    return taken;
  }
}
