package io.latchkey.ldap.token;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedAddRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedAddResult;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedDeleteRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedDeleteResult;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyResult;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchResult;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.function.Consumer;

/** Comes between a store and its server at a certain operation, reads and writes counted alike. */
final class Interference extends InMemoryOperationInterceptor {

  /** What happens then; an exception is what the server answers. */
  interface Act {
    void run() throws LDAPException;
  }

  /** What goes wrong. */
  enum Fault {
    /** The server dies before it does what it is asked for. */
    DEATH_BEFORE,
    /** The server dies when it has done what it is asked for, without an answer. */
    DEATH_AFTER,
    /** The connection dies before the server does what it is asked for. */
    BREAK_BEFORE,
    /** The connection dies when the server has done what it is asked for, without an answer. */
    BREAK_AFTER,
    /** The server refuses what it is asked for. */
    REFUSAL;

    boolean isOfTheConnection() {
      return this == BREAK_BEFORE || this == BREAK_AFTER;
    }

    boolean isOfTheServer() {
      return this == DEATH_BEFORE || this == DEATH_AFTER;
    }

    private boolean isAfter() {
      return this == DEATH_AFTER || this == BREAK_AFTER;
    }
  }

  private volatile int operations;
  private volatile int operation;
  private volatile boolean isAfter;
  private volatile Act act = () -> {};
  private volatile boolean isDead;

  /** Lets something go wrong at the nth operation from now on. */
  void at(int number, Fault fault) {
    at(
        number,
        fault.isAfter(),
        () -> {
          isDead = fault.isOfTheServer();
          throw answer(
              fault == Fault.REFUSAL ? ResultCode.UNWILLING_TO_PERFORM : ResultCode.UNAVAILABLE);
        });
  }

  /** Does something before the nth operation from now on. */
  void before(int number, Act what) {
    at(number, false, what);
  }

  /** Does something after the nth operation from now on, before its answer is sent. */
  void after(int number, Act what) {
    at(number, true, what);
  }

  private void at(int number, boolean after, Act what) {
    operations = 0;
    operation = number;
    isAfter = after;
    act = what;
  }

  /** The answer of a server that has lost the connection. */
  static LDAPException noAnswer() {
    return answer(ResultCode.UNAVAILABLE);
  }

  private static LDAPException answer(ResultCode code) {
    return new LDAPException(code, "as the test wants it");
  }

  /** From now on all goes well. */
  void end() {
    isDead = false;
    operation = 0;
    operations = 0;
  }

  /** How many operations there were since then. */
  int operations() {
    return operations;
  }

  private void request() throws LDAPException {
    if (isDead) {
      throw noAnswer();
    }
    count();
    if (operations == operation && !isAfter) {
      operation = 0;
      act.run();
    }
  }

  private synchronized void count() {
    operations++;
  }

  private void result(Consumer<LDAPResult> answer) {
    if (operations == operation && isAfter) {
      operation = 0;
      try {
        act.run();
      } catch (LDAPException e) {
        answer.accept(e.toLDAPResult());
      }
    }
  }

  @Override
  public void processAddRequest(InMemoryInterceptedAddRequest request) throws LDAPException {
    request();
  }

  @Override
  public void processAddResult(InMemoryInterceptedAddResult result) {
    result(result::setResult);
  }

  @Override
  public void processModifyRequest(InMemoryInterceptedModifyRequest request) throws LDAPException {
    request();
  }

  @Override
  public void processModifyResult(InMemoryInterceptedModifyResult result) {
    result(result::setResult);
  }

  @Override
  public void processDeleteRequest(InMemoryInterceptedDeleteRequest request) throws LDAPException {
    request();
  }

  @Override
  public void processDeleteResult(InMemoryInterceptedDeleteResult result) {
    result(result::setResult);
  }

  @Override
  public void processSearchRequest(InMemoryInterceptedSearchRequest request) throws LDAPException {
    request();
  }

  @Override
  public void processSearchResult(InMemoryInterceptedSearchResult result) {
    result(result::setResult);
  }
}
