package io.latchkey.keycloak.use;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What makes a good token good for nothing. */
enum Loss {
  EXPIRY("expired") {
    @Override
    Pat token(UseRealm realm) {
      return realm.pat(UseRealm.NAME, Duration.ofSeconds(5));
    }

    @Override
    void happen(UseRealm realm, Pat pat) {
      while (!Instant.now().isAfter(pat.expires())) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
    }
  },
  REMOVAL("unknown") {
    @Override
    void happen(UseRealm realm, Pat pat) {
      realm.remove(pat);
    }
  },
  OWNER_DISABLED("owner_not_allowed") {
    @Override
    void happen(UseRealm realm, Pat pat) {
      ObjectNode user = (ObjectNode) realm.api().get(path(pat));
      realm.api().put(path(pat), user.put("enabled", false));
    }
  },
  OWNER_NO_MACHINE("owner_not_allowed") {
    @Override
    void happen(UseRealm realm, Pat pat) {
      ObjectNode user = (ObjectNode) realm.api().get(path(pat));
      user.putObject("attributes");
      realm.api().put(path(pat), user);
    }
  },
  OWNER_LOCKED("owner_not_allowed") {
    @Override
    void happen(UseRealm realm, Pat pat) {
      String lock = "/" + UseRealm.NAME + "/attack-detection/brute-force/users/" + pat.userId();
      for (int i = 0; i < 10 && !realm.api().get(lock).get("disabled").asBoolean(); i++) {
        realm
            .api()
            .grant(
                UseRealm.NAME,
                Map.of(
                    "grant_type", "password",
                    "client_id", "admin-cli",
                    "username", pat.loginName(),
                    "password", "wrong"));
      }
      if (!realm.api().get(lock).get("disabled").asBoolean()) {
        throw new AssertionError("Keycloak does not lock " + pat.loginName());
      }
    }
  },
  OWNER_DELETED("unknown") {
    @Override
    void happen(UseRealm realm, Pat pat) {
      realm.api().delete(path(pat));
    }
  };

  private final String reason;

  Loss(String reason) {
    this.reason = reason;
  }

  /** What the event says. */
  String reason() {
    return "personal access token: " + reason;
  }

  /** A token that is good as yet. */
  Pat token(UseRealm realm) {
    return realm.pat();
  }

  abstract void happen(UseRealm realm, Pat pat);

  private static String path(Pat pat) {
    return "/" + UseRealm.NAME + "/users/" + pat.userId();
  }
}
