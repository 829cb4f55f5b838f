package io.latchkey.ldap.directory;

import com.unboundid.ldap.sdk.Entry;
import io.latchkey.spi.directory.UserState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * 389 Directory Server and FreeIPA: {@code nsAccountLock} is set by an administrator, {@code
 * accountUnlockTime} by the password policy, {@code krbPrincipalExpiration} by FreeIPA.
 */
public record AccountLockState() implements AccountState {

  private static final String LOCK = "nsAccountLock";
  private static final String UNLOCK = "accountUnlockTime";
  private static final String EXPIRATION = "krbPrincipalExpiration";

  @Override
  public List<String> attributes() {
    return List.of(LOCK, UNLOCK, EXPIRATION);
  }

  @Override
  public UserState of(Entry entry, Instant now) {
    boolean expired =
        AccountState.time(entry, EXPIRATION).filter(end -> !now.isBefore(end)).isPresent();
    if (expired || isSwitchedOff(entry)) {
      return UserState.INACTIVE;
    }
    Optional<Instant> unlock = AccountState.time(entry, UNLOCK);
    return unlock.isPresent() && locks(unlock.get(), now) ? UserState.LOCKED : UserState.ACTIVE;
  }

  private static boolean isSwitchedOff(Entry entry) {
    String[] values = entry.getAttributeValues(LOCK);
    if (values == null) {
      return false;
    }
    for (String value : values) {
      if (value.equalsIgnoreCase("true")) {
        return true;
      }
      if (!value.equalsIgnoreCase("false")) {
        throw AccountState.unclear(entry, LOCK);
      }
    }
    return false;
  }

  /** The epoch stands for good: the server writes 19700101000000Z. */
  private static boolean locks(Instant until, Instant now) {
    return now.isBefore(until) || !until.isAfter(Instant.EPOCH);
  }
}
