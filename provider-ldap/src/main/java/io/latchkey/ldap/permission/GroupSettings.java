package io.latchkey.ldap.permission;

import static java.util.Objects.requireNonNull;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;

/**
 * How groups are found.
 *
 * @param base under which entry they are
 * @param filter which entries are groups; evaluated by the server
 * @param lookup how the groups of a user are asked for
 * @param memberAttribute the attribute of a group that holds its members
 * @param memberValue what of a user that attribute holds
 * @param memberOfAttribute the attribute of a user that holds its groups
 * @param nested whether the members of a group's member groups are its members
 * @param nameAttribute the attribute of the name of a group
 */
public record GroupSettings(
    DN base,
    Filter filter,
    Lookup lookup,
    String memberAttribute,
    MemberValue memberValue,
    String memberOfAttribute,
    boolean nested,
    String nameAttribute) {

  /** How the groups of a user are asked for. */
  public enum Lookup {
    /** For the groups that hold the user. */
    SEARCH,
    /** For what the user's entry says. */
    MEMBER_OF,
    /** For the groups that hold the user by any way; Active Directory alone answers that. */
    IN_CHAIN
  }

  /** Refuses null components. */
  public GroupSettings {
    requireNonNull(base, "base");
    requireNonNull(filter, "filter");
    requireNonNull(lookup, "lookup");
    requireNonNull(memberAttribute, "memberAttribute");
    requireNonNull(memberValue, "memberValue");
    requireNonNull(memberOfAttribute, "memberOfAttribute");
    requireNonNull(nameAttribute, "nameAttribute");
  }
}
