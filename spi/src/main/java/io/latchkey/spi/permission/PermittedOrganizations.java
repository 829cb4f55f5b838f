package io.latchkey.spi.permission;

import java.util.Set;

/**
 * The organizations in which a caller holds a permission: an optional feature of a {@link
 * PermissionChecker}. It lets a search show what a caller may see in all of them.
 *
 * <p>Answers are as fresh as the decisions of the checker: on every node, a role that was withdrawn
 * is not counted by the next call [PC-51], and one that was granted is [PC-52], or as soon as the
 * provider's documentation says.
 *
 * <p>Every method throws {@link io.latchkey.spi.ProviderUnavailableException} when it could not
 * tell [PC-54], and {@link IllegalStateException} after the checker was closed [PC-55]. Null is
 * refused [PC-56].
 *
 * <p>Thread-safe.
 */
public interface PermittedOrganizations {

  /**
   * Finds the organizations in which a role permits what it holds, that the caller was granted in
   * that organization, be it the caller's own or not [PC-43].
   *
   * <p>Roles that a caller has in the whole instance do not count, alone or beside others [PC-44]:
   * they hold in every organization, and {@link PermissionChecker#check} tells that of any. With
   * these left aside, it permits in the organizations that are found, and in no other: a role
   * counts where it holds the permission, exactly [PC-45]. A caller without roles [PC-46], or that
   * the checker does not know [PC-47] [PC-48], has none. Ids are any strings, and come back as they
   * were granted [PC-49], however many there are [PC-50]. Whether an organization exists is not the
   * checker's concern.
   *
   * @param caller who wants to do it
   * @param permission what, such as {@code user.read}; any string, of which one that no role holds
   *     is permitted nowhere
   * @return the ids of the organizations, in no order; empty if there is none. It stays as it is,
   *     whatever is granted later, and nobody changes later answers by it [PC-53]
   */
  Set<String> find(Caller caller, String permission);
}
