package io.latchkey.ldap.server;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.schema.Schema;
import java.util.List;

/** What the entries of fixtures need of RFC 2307 and ppolicy; a server in memory knows neither. */
final class FixtureSchema {

  private static final List<String> ATTRIBUTES =
      List.of(
          "( 1.3.6.1.1.1.1.0 NAME 'uidNumber' EQUALITY integerMatch"
              + " SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 SINGLE-VALUE )",
          "( 1.3.6.1.1.1.1.1 NAME 'gidNumber' EQUALITY integerMatch"
              + " SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 SINGLE-VALUE )",
          "( 1.3.6.1.1.1.1.2 NAME 'gecos' EQUALITY caseIgnoreIA5Match"
              + " SYNTAX 1.3.6.1.4.1.1466.115.121.1.26 SINGLE-VALUE )",
          "( 1.3.6.1.1.1.1.3 NAME 'homeDirectory' EQUALITY caseExactIA5Match"
              + " SYNTAX 1.3.6.1.4.1.1466.115.121.1.26 SINGLE-VALUE )",
          "( 1.3.6.1.1.1.1.4 NAME 'loginShell' EQUALITY caseExactIA5Match"
              + " SYNTAX 1.3.6.1.4.1.1466.115.121.1.26 SINGLE-VALUE )",
          "( 1.3.6.1.1.1.1.12 NAME 'memberUid' EQUALITY caseExactIA5Match"
              + " SYNTAX 1.3.6.1.4.1.1466.115.121.1.26 )",
          "( 1.3.6.1.4.1.42.2.27.8.1.17 NAME 'pwdAccountLockedTime'"
              + " EQUALITY generalizedTimeMatch ORDERING generalizedTimeOrderingMatch"
              + " SYNTAX 1.3.6.1.4.1.1466.115.121.1.24 SINGLE-VALUE USAGE directoryOperation )");

  private static final List<String> CLASSES =
      List.of(
          "( 1.3.6.1.1.1.2.0 NAME 'posixAccount' SUP top AUXILIARY"
              + " MUST ( cn $ uid $ uidNumber $ gidNumber $ homeDirectory )"
              + " MAY ( userPassword $ loginShell $ gecos $ description ) )",
          "( 1.3.6.1.1.1.2.2 NAME 'posixGroup' SUP top STRUCTURAL MUST ( cn $ gidNumber )"
              + " MAY ( userPassword $ memberUid $ description ) )");

  private FixtureSchema() {}

  /** Tells a server what it does not know yet. */
  static void teach(LDAPInterface server) throws LDAPException {
    Schema schema = server.getSchema();
    if (schema != null && schema.getObjectClass("posixAccount") == null) {
      server.modify(
          server.getRootDSE().getSubschemaSubentryDN(),
          List.of(
              // A server in memory forgets what names the entry of its schema.
              added("cn", List.of("schema")),
              added("attributeTypes", ATTRIBUTES),
              added("objectClasses", CLASSES)));
    }
  }

  private static Modification added(String attribute, List<String> values) {
    return new Modification(ModificationType.ADD, attribute, values.toArray(String[]::new));
  }
}
