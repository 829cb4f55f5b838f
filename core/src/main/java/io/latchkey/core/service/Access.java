package io.latchkey.core.service;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.permission.Caller;
import java.util.Optional;

/**
 * Who acts, and by which of the two rules of the contract it is decided where, and whether the
 * caller may.
 *
 * @see Gate
 */
public sealed interface Access {

  /**
   * Who acts.
   *
   * @return the caller
   */
  Caller caller();

  /**
   * The organization that the request names, in its header.
   *
   * @return its id; absent for none
   */
  Optional<String> organizationId();

  /**
   * Management: in one organization, where the caller must hold the permission. Users and tokens of
   * other organizations are as good as not there.
   *
   * @param caller who acts
   * @param organizationId the organization to act in; absent for the caller's own
   */
  record Management(Caller caller, Optional<String> organizationId) implements Access {

    /** Refuses a null component. */
    public Management {
      requireNonNull(caller, "caller");
      requireNonNull(organizationId, "organizationId");
    }

    /** The organization acted in. */
    String actedIn() {
      return organizationId.orElse(caller.organizationId());
    }
  }

  /**
   * Self-service: on oneself, or where the caller holds the permission in the organization of the
   * user, whichever that is.
   *
   * @param caller who acts
   * @param organizationId the organization that the request names; must exist, and decides nothing
   */
  record SelfService(Caller caller, Optional<String> organizationId) implements Access {

    /** Refuses a null component. */
    public SelfService {
      requireNonNull(caller, "caller");
      requireNonNull(organizationId, "organizationId");
    }
  }
}
