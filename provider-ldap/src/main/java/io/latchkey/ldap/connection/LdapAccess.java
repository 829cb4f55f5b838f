package io.latchkey.ldap.connection;

import static java.util.Objects.requireNonNull;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import io.latchkey.spi.CheckResult;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One provider's use of the shared {@link LdapConnections}: reads and writes, in the SPI's words
 * for failure. What is not an answer that the caller expects is a {@link
 * ProviderUnavailableException}.
 *
 * <p>Thread-safe.
 */
public final class LdapAccess {

  /** Active Directory gives out no more than 1,000 entries at once. */
  private static final int PAGE_SIZE = 500;

  private final LdapConnections connections;
  private volatile boolean closed;

  /**
   * Creates the access of one provider.
   *
   * @param connections the shared connections
   */
  public LdapAccess(LdapConnections connections) {
    this.connections = requireNonNull(connections, "connections");
  }

  /**
   * Reads one entry.
   *
   * @param dn where it is
   * @param filter what must be true of it
   * @param attributes which attributes to read
   * @return the entry; absent if there is none, or the filter does not match it
   */
  public Optional<SearchResultEntry> read(DN dn, Filter filter, String... attributes) {
    SearchRequest request = new SearchRequest(dn.toString(), SearchScope.BASE, filter, attributes);
    try {
      return Optional.ofNullable(
          ask(connection -> connection.searchForEntry(request), Effect.NONE));
    } catch (LDAPException e) {
      // What cannot be a DN there, such as an umlaut in dc, names no entry.
      if (e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)
          || e.getResultCode().equals(ResultCode.INVALID_DN_SYNTAX)) {
        return Optional.empty();
      }
      throw unavailable("reading an entry", e, Effect.NONE);
    }
  }

  /**
   * Searches for a few entries, without pages: one round trip.
   *
   * @param base under which entry; must be there
   * @param scope how deep
   * @param filter what must be true of an entry
   * @param attributes which attributes to read
   * @return the entries
   */
  public List<SearchResultEntry> search(
      DN base, SearchScope scope, Filter filter, String... attributes) {
    SearchRequest request = new SearchRequest(base.toString(), scope, filter, attributes);
    try {
      return ask(connection -> connection.search(request).getSearchEntries(), Effect.NONE);
    } catch (LDAPException e) {
      throw unavailable("searching", e, Effect.NONE);
    }
  }

  /**
   * Searches for some of the entries that there are: one round trip, however many there are.
   *
   * @param base under which entry; must be there
   * @param scope how deep
   * @param filter what must be true of an entry
   * @param limit the most entries to return, 1 or more
   * @param attributes which attributes to read
   * @return as many entries as the limit or the server allows, in no order; empty only if there are
   *     none
   */
  public List<SearchResultEntry> some(
      DN base, SearchScope scope, Filter filter, int limit, String... attributes) {
    SearchRequest request = new SearchRequest(base.toString(), scope, filter, attributes);
    request.setSizeLimit(limit);
    try {
      return ask(connection -> connection.search(request).getSearchEntries(), Effect.NONE);
    } catch (LDAPSearchException e) {
      if (e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED) && e.getEntryCount() > 0) {
        return e.getSearchEntries();
      }
      throw unavailable("searching", e, Effect.NONE);
    } catch (LDAPException e) {
      throw unavailable("searching", e, Effect.NONE);
    }
  }

  /**
   * Searches for entries that should be few, without pages: one round trip.
   *
   * @param base under which entry; must be there
   * @param scope how deep
   * @param filter what must be true of an entry
   * @param limit if there are more entries than this, it is "could not tell"; 1 or more
   * @param attributes which attributes to read
   * @return all the entries
   */
  public List<SearchResultEntry> searchWithin(
      DN base, SearchScope scope, Filter filter, int limit, String... attributes) {
    SearchRequest request = new SearchRequest(base.toString(), scope, filter, attributes);
    request.setSizeLimit(limit);
    try {
      return ask(connection -> connection.search(request).getSearchEntries(), Effect.NONE);
    } catch (LDAPException e) {
      throw unavailable("searching", e, Effect.NONE);
    }
  }

  /**
   * Searches for any number of entries, page by page (<a
   * href="https://www.rfc-editor.org/rfc/rfc2696">RFC 2696</a>), on one connection.
   *
   * @param base under which entry; must be there
   * @param scope how deep
   * @param filter what must be true of an entry
   * @param start makes what the entries are collected in; called again if the search has to be made
   *     again, over a new connection
   * @param add adds an entry to it
   * @param attributes which attributes to read
   * @param <A> what the entries are collected in
   * @return what was collected
   */
  public <A> A collect(
      DN base,
      SearchScope scope,
      Filter filter,
      Supplier<A> start,
      BiConsumer<A, SearchResultEntry> add,
      String... attributes) {
    return collect(new SearchRequest(base.toString(), scope, filter, attributes), start, add);
  }

  /**
   * Searches for any number of entries, page by page, on one connection.
   *
   * @param request what to search for, and with which controls beside that of the pages
   * @param start makes what the entries are collected in; called again if the search has to be made
   *     again, over a new connection
   * @param add adds an entry to it
   * @param <A> what the entries are collected in
   * @return what was collected
   */
  public <A> A collect(
      SearchRequest request, Supplier<A> start, BiConsumer<A, SearchResultEntry> add) {
    try {
      return ask(
          connection -> {
            A collected = start.get();
            pages(connection, request.duplicate(), entry -> add.accept(collected, entry));
            return collected;
          },
          Effect.NONE);
    } catch (LDAPException e) {
      throw unavailable("searching", e, Effect.NONE);
    }
  }

  private static void pages(
      LDAPConnection connection, SearchRequest request, Consumer<SearchResultEntry> each)
      throws LDAPException {
    List<Control> others = List.copyOf(request.getControlList());
    @Nullable ASN1OctetString cookie = null;
    do {
      request.setControls(others);
      request.addControl(new SimplePagedResultsControl(PAGE_SIZE, cookie));
      SearchResult result = connection.search(request);
      result.getSearchEntries().forEach(each);
      SimplePagedResultsControl response = SimplePagedResultsControl.get(result);
      cookie = response != null && response.moreResultsToReturn() ? response.getCookie() : null;
    } while (cookie != null);
  }

  /**
   * What a server has answered to a write.
   *
   * @param code success, or another answer that the caller understands
   * @param repeated whether the request was made twice, so that the first may have been carried out
   *     already and this answers the second
   */
  public record Answer(ResultCode code, boolean repeated) {}

  /**
   * Adds an entry.
   *
   * @param request what to add; adding it twice must do no harm
   * @param effect what is known of the caller's effect if the answer is lost
   * @param expected the answers that the caller understands beside success
   * @return success, or one of those
   */
  public ResultCode add(AddRequest request, Effect effect, ResultCode... expected) {
    return answerToAdd(request, effect, expected).code();
  }

  /**
   * Adds an entry, for callers that must know whether it was added by an earlier request.
   *
   * @param request what to add; adding it twice must do no harm
   * @param effect what is known of the caller's effect if the answer is lost
   * @param expected the answers that the caller understands beside success
   * @return success, or one of those
   */
  public Answer answerToAdd(AddRequest request, Effect effect, ResultCode... expected) {
    return write(connection -> connection.add(request).getResultCode(), effect, expected);
  }

  /**
   * Modifies an entry; all of the request or nothing of it.
   *
   * @param request what to modify; doing it twice must do no harm
   * @param effect what is known of the caller's effect if the answer is lost
   * @param expected the answers that the caller understands beside success
   * @return success, or one of those
   */
  public ResultCode modify(ModifyRequest request, Effect effect, ResultCode... expected) {
    return answerToModify(request, effect, expected).code();
  }

  /**
   * Modifies an entry, for callers that must know whether it was modified by an earlier request.
   *
   * @param request what to modify; doing it twice must do no harm
   * @param effect what is known of the caller's effect if the answer is lost
   * @param expected the answers that the caller understands beside success
   * @return success, or one of those
   */
  public Answer answerToModify(ModifyRequest request, Effect effect, ResultCode... expected) {
    return write(connection -> connection.modify(request).getResultCode(), effect, expected);
  }

  /**
   * Deletes an entry.
   *
   * @param request what to delete; doing it twice must do no harm
   * @param effect what is known of the caller's effect if the answer is lost
   * @param expected the answers that the caller understands beside success
   * @return success, or one of those
   */
  public ResultCode delete(DeleteRequest request, Effect effect, ResultCode... expected) {
    return write(connection -> connection.delete(request).getResultCode(), effect, expected).code();
  }

  private Answer write(
      LdapConnections.Operation<ResultCode> operation, Effect effect, ResultCode... expected) {
    AtomicInteger requests = new AtomicInteger();
    try {
      ResultCode code =
          ask(
              connection -> {
                requests.incrementAndGet();
                return operation.on(connection);
              },
              effect);
      return new Answer(code, requests.get() > 1);
    } catch (LDAPException e) {
      boolean repeated = requests.get() > 1;
      if (Set.of(expected).contains(e.getResultCode())) {
        return new Answer(e.getResultCode(), repeated);
      }
      // What the server has refused was not done; but it may have done what it got before.
      throw unavailable("writing", e, repeated ? effect : Effect.NONE);
    }
  }

  /**
   * Reads an entry that must be there, such as a base DN.
   *
   * @param key by which key the operator has named it
   * @param dn where it is
   * @return well, or the sentence that says which server, and why not
   */
  public CheckResult check(String key, DN dn) {
    try {
      return read(dn, Filter.createPresenceFilter("objectClass"), SearchRequest.NO_ATTRIBUTES)
              .isPresent()
          ? CheckResult.ok()
          : CheckResult.failed(
              "the directory has no entry " + dn + ", or does not show it to us: " + key);
    } catch (ProviderUnavailableException e) {
      return CheckResult.failed(requireNonNull(e.getMessage()));
    }
  }

  /** Ends this provider's use; the connections stay open for the others. */
  public void close() {
    closed = true;
  }

  /** Refuses to go on once this provider is closed. */
  public void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the provider is closed");
    }
  }

  private <T> T ask(LdapConnections.Operation<T> operation, Effect effect) throws LDAPException {
    requireOpen();
    return connections.ask(operation, effect);
  }

  private static ProviderUnavailableException unavailable(
      String what, LDAPException e, Effect effect) {
    return new ProviderUnavailableException(
        "the directory server has refused " + what + ": " + Failures.reason(e), effect, null);
  }
}
