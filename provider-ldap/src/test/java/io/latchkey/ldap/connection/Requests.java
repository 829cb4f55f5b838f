package io.latchkey.ldap.connection;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedAddRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.concurrent.atomic.AtomicInteger;

/** What is asked of a server: counts it, and a test may answer in the server's place. */
final class Requests extends InMemoryOperationInterceptor {

  /** What is done about a request before the server answers it. */
  interface Reaction {
    void react() throws LDAPException, InterruptedException;
  }

  private static final Reaction NONE = () -> {};

  private final AtomicInteger binds = new AtomicInteger();
  private final AtomicInteger searches = new AtomicInteger();
  private final AtomicInteger rootReads = new AtomicInteger();
  private final AtomicInteger adds = new AtomicInteger();
  private volatile Reaction toSearch = NONE;
  private volatile Reaction toRootRead = NONE;
  private volatile Reaction toAdd = NONE;

  void onSearch(Reaction reaction) {
    toSearch = reaction;
  }

  void onRootRead(Reaction reaction) {
    toRootRead = reaction;
  }

  void onAdd(Reaction reaction) {
    toAdd = reaction;
  }

  /** Answers all of them again. */
  void answer() {
    toSearch = NONE;
    toRootRead = NONE;
    toAdd = NONE;
  }

  int binds() {
    return binds.get();
  }

  int searches() {
    return searches.get();
  }

  int rootReads() {
    return rootReads.get();
  }

  int adds() {
    return adds.get();
  }

  @Override
  public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) {
    binds.incrementAndGet();
  }

  @Override
  public void processSearchRequest(InMemoryInterceptedSearchRequest request) throws LDAPException {
    boolean root = request.getRequest().getBaseDN().isEmpty();
    react(root ? rootReads : searches, root ? toRootRead : toSearch);
  }

  @Override
  public void processAddRequest(InMemoryInterceptedAddRequest request) throws LDAPException {
    react(adds, toAdd);
  }

  private void react(AtomicInteger counter, Reaction reaction) throws LDAPException {
    counter.incrementAndGet();
    try {
      reaction.react();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
