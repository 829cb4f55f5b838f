package io.latchkey.spi.permission;

import io.latchkey.spi.Provider;
import java.util.Optional;

/**
 * Decides whether a caller may do something.
 *
 * <p>Permissions are looked up live: a grant that was withdrawn is not honoured by the next call
 * [PC-20] [PC-23] [PC-25], and one that was made [PC-21] [PC-24] or changed [PC-22] is, on every
 * node, or as soon as the provider's documentation says.
 *
 * <p>Throws {@link io.latchkey.spi.ProviderUnavailableException} when it could not tell [PC-29]
 * [PC-30], within the provider's time limit [PC-31], and works again once it can [PC-32]. A checker
 * is made without I/O [PC-26], may be made and asked before its backend is there [PC-27], and is
 * closed whether that is there or not [PC-33]; {@link #check()} tells what is wrong [PC-28] or that
 * nothing is [PC-34]. Closing twice is closing once [PC-36], and leaves other checkers alone
 * [PC-37] [PC-38]; what is called afterwards throws {@link IllegalStateException} [PC-39] [PC-40].
 * Null is refused [PC-41].
 *
 * <p>Thread-safe [PC-35].
 */
public interface PermissionChecker extends Provider {

  /**
   * Decides one request.
   *
   * <p>A role permits what it holds [PC-1] [PC-2] [PC-12], exactly [PC-11], in the organization
   * that it was granted in [PC-6], be that the caller's own or not [PC-7]. Roles that a caller has
   * in the whole instance hold in every organization [PC-3] [PC-4], also in one that does not exist
   * [PC-5]: whether caller, organization and user exist is not the checker's concern. Several roles
   * add up [PC-9] [PC-10], however many grants there are [PC-19]. The user that the request may be
   * about takes nothing away [PC-13].
   *
   * <p>A caller without roles [PC-8], or that the checker does not know [PC-15] [PC-16], has no
   * membership, and nobody but for roles in the whole instance has one in an organization that it
   * does not know [PC-17] [PC-18]. Ids are any strings [PC-14], compared character by character.
   *
   * @param request who wants to do what, and where
   * @return the decision
   */
  PermissionDecision check(PermissionRequest request);

  /**
   * The organizations in which a caller holds a permission, if this checker can list them [PC-42].
   * Without it, a search shows what a caller may see in the organizations that the request names.
   *
   * @return the feature; absent by default
   */
  default Optional<PermittedOrganizations> permittedOrganizations() {
    return Optional.empty();
  }
}
