package io.latchkey.keycloak.resource;

import io.latchkey.endpoint.call.Rpc;
import io.latchkey.endpoint.resource.RpcResource;
import io.latchkey.keycloak.RealmLatchkey;
import java.util.List;

/** The calls of a service by their names below a realm. */
@RawBody
public class RealmRpcResource extends RpcResource implements UnknownPaths {

  RealmRpcResource(RealmLatchkey realm, List<Rpc<?, ?>> calls) {
    super(calls, realm.hosting());
  }
}
