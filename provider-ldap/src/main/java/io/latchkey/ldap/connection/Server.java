package io.latchkey.ldap.connection;

import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One server: connects to it, secures the connection and binds. All of that takes no longer than
 * the connect timeout and the response timeout together.
 *
 * <p>Thread-safe.
 */
final class Server {

  private final ServerAddress address;
  private final ConnectionSettings settings;
  private volatile @Nullable SSLSocketFactory trusted;

  Server(ServerAddress address, ConnectionSettings settings) {
    this.address = address;
    this.settings = settings;
  }

  /** Its URL. */
  String name() {
    return address.toString();
  }

  /**
   * A connection that is ready for use; the message of the exception says which server, and why.
   */
  LDAPConnection connect() throws LDAPException {
    Deadline deadline = Deadline.in(settings.connectTimeout().plus(settings.responseTimeout()));
    LDAPConnection connection = new LDAPConnection(options());
    try {
      connect(connection, deadline);
      startTls(connection, deadline);
      authenticate(connection, deadline);
      connection.setConnectionName(name());
      return connection;
    } catch (LDAPException e) {
      connection.close();
      throw Failures.explained(name() + ": " + Failures.reason(e), e);
    }
  }

  private void connect(LDAPConnection connection, Deadline deadline) throws LDAPException {
    int millis = Math.toIntExact(settings.connectTimeout().toMillis());
    if (address.tls()) {
      connection.setSocketFactory(sockets(deadline));
      // With the handshake. The socket keeps to both limits; the SDK must not lose patience first,
      // for it would go on with a connection whose handshake has not ended.
      millis = 2 * deadline.millis();
    }
    connection.connect(address.host(), address.port(), millis);
  }

  private void startTls(LDAPConnection connection, Deadline deadline) throws LDAPException {
    if (settings.startTls() && !address.tls()) {
      StartTLSExtendedRequest request = new StartTLSExtendedRequest(sockets(deadline));
      request.setResponseTimeoutMillis(answerWithin(deadline));
      ExtendedResult result = connection.processExtendedOperation(request);
      if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
        throw Failures.explained("it refuses StartTLS: " + result.getResultCode(), null);
      }
    }
  }

  private void authenticate(LDAPConnection connection, Deadline deadline) throws LDAPException {
    if (settings.credentials().isPresent()) {
      Credentials credentials = settings.credentials().get();
      SimpleBindRequest request =
          new SimpleBindRequest(credentials.bindDn(), credentials.password());
      request.setResponseTimeoutMillis(answerWithin(deadline));
      connection.bind(request);
    } else {
      // Many a server that hangs still takes connections.
      requireAnswer(connection, answerWithin(deadline));
    }
  }

  private long answerWithin(Deadline deadline) {
    return Math.min(settings.responseTimeout().toMillis(), deadline.millis());
  }

  /**
   * Reads the root DSE (<a href="https://www.rfc-editor.org/rfc/rfc4512#section-5.1">RFC 4512
   * §5.1</a>), without its attributes. A server that does not show it answers all the same.
   */
  static void requireAnswer(LDAPConnection connection, long withinMillis) throws LDAPException {
    SearchRequest request =
        new SearchRequest(
            "",
            SearchScope.BASE,
            Filter.createPresenceFilter("objectClass"),
            SearchRequest.NO_ATTRIBUTES);
    request.setResponseTimeoutMillis(withinMillis);
    try {
      connection.search(request);
    } catch (LDAPException e) {
      if (!e.getResultCode().isConnectionUsable()) {
        throw e;
      }
    }
  }

  private TlsSockets sockets(Deadline deadline) throws LDAPException {
    SSLSocketFactory made = trusted;
    if (made == null) {
      // When it is first needed: it reads the trust store.
      made = settings.trust().socketFactory();
      trusted = made;
    }
    return new TlsSockets(made, address, settings, deadline);
  }

  private LDAPConnectionOptions options() {
    LDAPConnectionOptions options = new LDAPConnectionOptions();
    options.setConnectTimeoutMillis(Math.toIntExact(settings.connectTimeout().toMillis()));
    options.setResponseTimeoutMillis(settings.responseTimeout().toMillis());
    options.setAbandonOnTimeout(true);
    // A referral is an answer of a server that does not know; whom it names is nobody we trust.
    options.setFollowReferrals(false);
    options.setUseSynchronousMode(true);
    // To close is not to wait: neither for a server to take what was sent, nor, under TLS, for
    // another thread that writes.
    options.setUseLinger(settings.startTls() || address.tls(), 0);
    return options;
  }
}
