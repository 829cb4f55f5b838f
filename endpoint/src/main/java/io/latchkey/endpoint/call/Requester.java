package io.latchkey.endpoint.call;

import static java.util.Objects.requireNonNull;

import io.latchkey.core.service.Access;
import io.latchkey.spi.permission.Caller;
import java.util.Optional;

/**
 * Who makes a call, and the organization that the call names.
 *
 * @param caller who was authenticated
 * @param organizationId the value of {@code x-zitadel-orgid}; absent if there is none
 */
public record Requester(Caller caller, Optional<String> organizationId) {

  /** Refuses a null component. */
  public Requester {
    requireNonNull(caller, "caller");
    requireNonNull(organizationId, "organizationId");
  }

  /** Access by the rule of the management API. */
  Access.Management management() {
    return new Access.Management(caller, organizationId);
  }

  /** Access by the rule of the user API. */
  Access.SelfService selfService() {
    return new Access.SelfService(caller, organizationId);
  }
}
