package io.latchkey.ldap.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.latchkey.ldap.connection.LdapAccess;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Which organization a user belongs to, and which organizations there are. */
public sealed interface OrganizationRule
    permits FixedOrganization, AttributeOrganization, DnOrganization {

  /** Which attributes of a user it looks at. */
  Collection<String> attributes();

  /** Which entries must be there, by the key that names them. */
  Map<String, DN> bases();

  /** The organization of a user; absent if it has none, and is no user of ours. */
  Optional<String> of(SearchResultEntry user);

  /** Whether there is an organization with exactly this id. */
  boolean exists(String organizationId, LdapAccess access, UserEntries users);
}
