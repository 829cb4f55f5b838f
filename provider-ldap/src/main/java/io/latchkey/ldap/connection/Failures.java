package io.latchkey.ldap.connection;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Tells an operator in a few words why a server could not be asked; never in the SDK's own words,
 * which repeat DNs and filters.
 */
final class Failures {

  private static final int LONGEST_DIAGNOSTIC = 200;

  private Failures() {}

  /** In words of ours, which an operator may read. No server answers with this code. */
  static LDAPException explained(String message, @Nullable Throwable cause) {
    return new LDAPException(ResultCode.PARAM_ERROR, message, cause);
  }

  static boolean isExplained(LDAPException e) {
    return e.getResultCode().equals(ResultCode.PARAM_ERROR);
  }

  static String reason(LDAPException e) {
    if (isExplained(e)) {
      return String.valueOf(e.getMessage());
    }
    return ofCauses(causes(e)).orElseGet(() -> ofCode(e));
  }

  private static String ofCode(LDAPException e) {
    return switch (e.getResultCode().intValue()) {
      case ResultCode.INVALID_CREDENTIALS_INT_VALUE ->
          "it refuses the bind DN or its password" + diagnostic(e);
      case ResultCode.REFERRAL_INT_VALUE ->
          "it refers to another server, and referrals are not followed";
      case ResultCode.TIMEOUT_INT_VALUE, ResultCode.CONNECT_ERROR_INT_VALUE ->
          "it does not answer in time";
      case ResultCode.SERVER_DOWN_INT_VALUE -> "it has closed the connection";
      case ResultCode.DECODING_ERROR_INT_VALUE -> "its answer is not LDAP";
      default -> "it answers " + e.getResultCode() + diagnostic(e);
    };
  }

  /** What the server says itself, unless it might repeat a DN or a filter: both have this sign. */
  private static String diagnostic(LDAPException e) {
    String text = e.getDiagnosticMessage();
    if (text == null || text.isBlank() || text.contains("=")) {
      return "";
    }
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return ": " + line.substring(0, Math.min(line.length(), LONGEST_DIAGNOSTIC));
  }

  private static Optional<String> ofCauses(List<Throwable> causes) {
    // A refused certificate is wrapped in a failed handshake.
    return causes.stream()
        .filter(CertificateException.class::isInstance)
        .findFirst()
        .map(e -> "its certificate is not trusted: " + message(e))
        .or(() -> causes.stream().map(Failures::ofCause).flatMap(Optional::stream).findFirst());
  }

  private static Optional<String> ofCause(Throwable cause) {
    if (cause instanceof UnknownHostException) {
      return Optional.of("no such host");
    }
    if (cause instanceof SocketTimeoutException) {
      return Optional.of("it does not answer in time");
    }
    if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
      return Optional.of("it cannot be reached: " + message(cause));
    }
    if (cause instanceof SSLException) {
      return Optional.of("TLS fails: " + message(cause));
    }
    return Optional.empty();
  }

  private static String message(Throwable e) {
    return String.valueOf(e.getMessage()).replaceAll("[.\\s]+$", "");
  }

  private static List<Throwable> causes(Throwable e) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }
}
