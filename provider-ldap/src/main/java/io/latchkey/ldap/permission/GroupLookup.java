package io.latchkey.ldap.permission;

import com.unboundid.ldap.sdk.SearchResultEntry;
import io.latchkey.ldap.connection.LdapAccess;
import io.latchkey.ldap.directory.UserSettings;
import java.util.Collection;
import java.util.List;

/** How the groups of a user are asked for. */
sealed interface GroupLookup permits MemberSearch, MemberOfValues, InChainSearch {

  /** How many times groups of groups are followed. No one nests deeper on purpose. */
  int LEVELS = 32;

  /** Which attributes of a user must have been read. */
  List<String> attributes();

  /**
   * The groups that a user is a member of: at least the relevant ones, and perhaps others.
   *
   * @param user the entry of the user
   * @param userId its id
   * @param relevant which groups matter
   */
  Collection<Group> groups(SearchResultEntry user, String userId, RelevantGroups relevant);

  static GroupLookup of(LdapAccess access, UserSettings users, GroupSettings settings) {
    return switch (settings.lookup()) {
      case SEARCH -> new MemberSearch(access, users, settings);
      case MEMBER_OF -> new MemberOfValues(access, settings);
      case IN_CHAIN -> new InChainSearch(access, settings);
    };
  }
}
