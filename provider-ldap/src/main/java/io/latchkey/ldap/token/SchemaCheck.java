package io.latchkey.ldap.token;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.latchkey.ldap.connection.LdapAccess;
import io.latchkey.spi.CheckResult;
import io.latchkey.spi.ProviderUnavailableException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Whether the entry of the tokens is there, and the directory knows their schema (<a
 * href="https://www.rfc-editor.org/rfc/rfc4512#section-4.4">RFC 4512 §4.4</a>). A directory that
 * does not show its schema is believed.
 */
final class SchemaCheck {

  private static final String SUBENTRY = "subschemaSubentry";
  private static final String OBJECT_CLASSES = "objectClasses";

  private final LdapAccess access;
  private final DN base;

  /** The schema is long, and does not go away. */
  private volatile boolean schemaIsKnown;

  SchemaCheck(LdapAccess access, DN base) {
    this.access = access;
    this.base = base;
  }

  CheckResult result() {
    CheckResult entry = access.check("set by ldap.tokens.base-dn", base);
    if (!entry.isOk() || schemaIsKnown) {
      return entry;
    }
    try {
      schemaIsKnown = classes().map(SchemaCheck::hasOurs).orElse(true);
    } catch (ProviderUnavailableException e) {
      return CheckResult.failed(String.valueOf(e.getMessage()));
    }
    return schemaIsKnown
        ? CheckResult.ok()
        : CheckResult.failed(
            "the directory does not know the schema of the tokens: it is in openldap.ldif,"
                + " latchkey.schema and 389ds.ldif, in the folder io/latchkey/ldap/schema of the"
                + " jar of this provider");
  }

  /** The definitions of all object classes; absent if the directory does not show them. */
  private Optional<String[]> classes() {
    return access
        .read(base, Container.ANY, SUBENTRY)
        .flatMap(SchemaCheck::subentry)
        .flatMap(dn -> access.read(dn, Container.ANY, OBJECT_CLASSES))
        .flatMap(schema -> Optional.ofNullable(schema.getAttributeValues(OBJECT_CLASSES)));
  }

  private static Optional<DN> subentry(SearchResultEntry entry) {
    String dn = entry.getAttributeValue(SUBENTRY);
    try {
      return dn == null ? Optional.empty() : Optional.of(new DN(dn));
    } catch (LDAPException e) {
      return Optional.empty();
    }
  }

  /** Only the newest of ours: the definitions come in one file. */
  private static boolean hasOurs(String[] definitions) {
    return Arrays.stream(definitions)
        .anyMatch(definition -> definition.contains("'" + TokenSchema.COUNTER + "'"));
  }
}
