package io.latchkey.ldap.directory;

import com.unboundid.ldap.sdk.Entry;
import io.latchkey.spi.directory.UserState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Active Directory ([MS-ADTS] 2.2.16, [MS-ADA1] 2.6): {@code userAccountControl} and {@code
 * accountExpires}. Whether an account is locked out now, {@code msDS-User-Account-Control-Computed}
 * says; where that is not given, {@code lockoutTime}, which stays until the next logon.
 */
public record UserAccountControlState() implements AccountState {

  private static final String CONTROL = "userAccountControl";
  private static final String COMPUTED = "msDS-User-Account-Control-Computed";
  private static final String LOCKOUT = "lockoutTime";
  private static final String EXPIRES = "accountExpires";

  private static final long DISABLED = 0x2;
  private static final long LOCKED_OUT = 0x10;

  /** 1601, in the milliseconds of 1970. */
  private static final long FILE_TIME_ZERO = -11_644_473_600_000L;

  private static final long FILE_TIME_PER_MILLISECOND = 10_000;

  @Override
  public List<String> attributes() {
    return List.of(CONTROL, COMPUTED, LOCKOUT, EXPIRES);
  }

  @Override
  public UserState of(Entry entry, Instant now) {
    // Each account has it: without it we are not allowed to see what the state is.
    long control =
        AccountState.number(entry, CONTROL).orElseThrow(() -> AccountState.unclear(entry, CONTROL));
    if (isSet(control, DISABLED) || isExpired(entry, now)) {
      return UserState.INACTIVE;
    }
    return isLockedOut(entry) ? UserState.LOCKED : UserState.ACTIVE;
  }

  /** Zero and the greatest number mean never. */
  private static boolean isExpired(Entry entry, Instant now) {
    long expires = AccountState.number(entry, EXPIRES).orElse(0L);
    return expires != 0
        && expires != Long.MAX_VALUE
        && expires / FILE_TIME_PER_MILLISECOND + FILE_TIME_ZERO <= now.toEpochMilli();
  }

  private static boolean isLockedOut(Entry entry) {
    Optional<Long> computed = AccountState.number(entry, COMPUTED);
    return computed.isPresent()
        ? isSet(computed.get(), LOCKED_OUT)
        : AccountState.number(entry, LOCKOUT).orElse(0L) != 0;
  }

  private static boolean isSet(long flags, long flag) {
    return (flags & flag) != 0;
  }
}
