package io.latchkey.keycloak.resource;

import io.latchkey.endpoint.call.Rpc;
import io.latchkey.endpoint.resource.RpcResource;
import io.latchkey.keycloak.RealmLatchkey;
import java.util.List;

/**
 * The calls of a service by their names below a realm. Names that no call has are answered by the
 * endpoint itself; a path for all unknown ones would hide the calls, as it has an expression and
 * theirs has none.
 */
@RawBody
public class RealmRpcResource extends RpcResource {

  RealmRpcResource(RealmLatchkey realm, List<Rpc<?, ?>> calls) {
    super(calls, realm.hosting());
  }
}
