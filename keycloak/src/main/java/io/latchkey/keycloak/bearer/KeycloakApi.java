package io.latchkey.keycloak.bearer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * A path of Keycloak's own admin or account API.
 *
 * @param isAdmin whether it is of the admin API
 * @param realm the name of the realm in it; absent where the admin API has none
 */
record KeycloakApi(boolean isAdmin, Optional<String> realm) {

  private static final Pattern ADMIN = Pattern.compile("/?admin(?:/realms/([^/]+))?(?:/.*)?");
  private static final Pattern ACCOUNT = Pattern.compile("/?realms/([^/]+)/account(?:/.*)?");

  /**
   * Recognises a path.
   *
   * @param path a path below Keycloak's own, decoded
   * @return the API; absent if it is of neither
   */
  static Optional<KeycloakApi> of(String path) {
    Matcher admin = ADMIN.matcher(path);
    if (admin.matches()) {
      return Optional.of(new KeycloakApi(true, Optional.ofNullable(admin.group(1))));
    }
    Matcher account = ACCOUNT.matcher(path);
    return account.matches()
        ? Optional.of(new KeycloakApi(false, Optional.of(account.group(1))))
        : Optional.empty();
  }

  /** Of which realms it takes tokens: the admin API of that of the administrators too. */
  List<RealmModel> realms(KeycloakSession session) {
    List<String> names = new ArrayList<>();
    realm.ifPresent(names::add);
    if (isAdmin && !names.contains(Config.getAdminRealm())) {
      names.add(Config.getAdminRealm());
    }
    List<RealmModel> realms = new ArrayList<>();
    for (String name : names) {
      Optional.ofNullable(session.realms().getRealmByName(name))
          .filter(RealmModel::isEnabled)
          .ifPresent(realms::add);
    }
    return realms;
  }
}
