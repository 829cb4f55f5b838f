package io.latchkey.ldap.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.net.URI;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

/** What the tests of the provider take for granted of each of the directory servers. */
abstract class DirectoryServerContract {

  abstract DirectoryServer server();

  abstract Entry user(String name);

  abstract Entry group(String name, String memberDn);

  @Test
  void bind_overTls_isAccepted() throws Exception {
    URI uri = server().tlsUri().orElseThrow();
    try (LDAPConnection connection = tlsConnection(server())) {
      connection.connect(uri.getHost(), uri.getPort());

      assertThat(connection.bind(server().bindDn(), server().password()).getResultCode())
          .isEqualTo(ResultCode.SUCCESS);
    }
  }

  @Test
  void bind_afterStartTls_isAccepted() throws Exception {
    try (LDAPConnection connection = new LDAPConnection()) {
      connection.connect(server().uri().getHost(), server().uri().getPort());
      connection.processExtendedOperation(
          new StartTLSExtendedRequest(trusting(server()).createSSLContext()));

      assertThat(connection.bind(server().bindDn(), server().password()).getResultCode())
          .isEqualTo(ResultCode.SUCCESS);
    }
  }

  /** Not connected yet; it trusts the server's certificate, and looks at the name in it. */
  static LDAPConnection tlsConnection(DirectoryServer server) throws GeneralSecurityException {
    LDAPConnectionOptions options = new LDAPConnectionOptions();
    options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(false));
    return new LDAPConnection(trusting(server).createSSLSocketFactory(), options);
  }

  private static SSLUtil trusting(DirectoryServer server) throws GeneralSecurityException {
    return new SSLUtil(new PEMFileTrustManager(server.certificate().toFile()));
  }

  @Test
  void memberOf_ofMember_isGroup() throws Exception {
    Entry user = user("ann");
    Entry group = group("readers", user.getDN());
    try (LDAPConnection connection = connect()) {
      connection.add(user);
      connection.add(group);

      assertThat(connection.getEntry(user.getDN(), "memberOf").getAttributeValue("memberOf"))
          .isEqualToIgnoringCase(group.getDN());
    }
  }

  @Test
  void start_afterKill_keepsWhatWasWritten() throws Exception {
    Entry user = user("bob");
    URI before = server().uri();
    try (LDAPConnection connection = connect()) {
      connection.add(user);
    }
    server().kill();
    assertThatThrownBy(this::connect)
        .isInstanceOfSatisfying(
            LDAPException.class,
            e -> assertThat(e.getResultCode()).isEqualTo(ResultCode.CONNECT_ERROR));
    server().start();
    assertThat(server().uri()).isEqualTo(before);
    try (LDAPConnection connection = connect()) {
      assertThat(connection.getEntry(user.getDN())).isNotNull();
    }
  }

  @Test
  void content_afterAWrite_holdsIt() throws Exception {
    Entry user = user("conspicuous");
    assertThat(server().content()).noneMatch(Contents.have("conspicuous"));
    try (LDAPConnection connection = connect()) {
      connection.add(user);
    }

    assertThat(server().content()).anyMatch(Contents.have("conspicuous"));
  }

  @Test
  void search_whilePaused_getsNoAnswerUntilResumed() throws Exception {
    try (LDAPConnection connection = connect()) {
      connection.getConnectionOptions().setResponseTimeoutMillis(300);
      server().pause();
      try {
        assertThatThrownBy(() -> connection.getEntry(server().baseDn()))
            .isInstanceOfSatisfying(
                LDAPException.class,
                e -> assertThat(e.getResultCode()).isEqualTo(ResultCode.TIMEOUT));
      } finally {
        server().resume();
      }
      connection.getConnectionOptions().setResponseTimeoutMillis(10_000);
      assertThat(connection.getEntry(server().baseDn())).isNotNull();
    }
  }

  LDAPConnection connect() throws LDAPException {
    URI uri = server().uri();
    return new LDAPConnection(uri.getHost(), uri.getPort(), server().bindDn(), server().password());
  }
}
