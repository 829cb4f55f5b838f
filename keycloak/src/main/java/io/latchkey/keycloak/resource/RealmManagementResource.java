package io.latchkey.keycloak.resource;

import io.latchkey.endpoint.resource.ManagementResource;
import io.latchkey.keycloak.RealmLatchkey;

/** The management API below a realm. */
@RawBody
public class RealmManagementResource extends ManagementResource implements UnknownPaths {

  RealmManagementResource(RealmLatchkey realm) {
    super(realm.latchkey(), realm.hosting());
  }
}
