package io.latchkey.keycloak.resource;

import io.latchkey.endpoint.resource.UserResource;
import io.latchkey.keycloak.RealmLatchkey;

/** The user API below a realm. */
@RawBody
public class RealmUserResource extends UserResource implements UnknownPaths {

  RealmUserResource(RealmLatchkey realm) {
    super(realm.latchkey(), realm.hosting());
  }
}
