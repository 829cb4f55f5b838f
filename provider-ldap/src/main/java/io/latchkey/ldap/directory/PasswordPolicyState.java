package io.latchkey.ldap.directory;

import static java.util.Objects.requireNonNull;

import com.unboundid.ldap.sdk.Entry;
import io.latchkey.spi.directory.UserState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The password policy of OpenLDAP's overlay {@code ppolicy} (draft-behera-ldap-password-policy-10
 * §5.3): {@code pwdStartTime} and {@code pwdEndTime}, of OpenLDAP 2.5, and {@code
 * pwdAccountLockedTime}.
 *
 * @param lockDuration how long {@code pwdAccountLockedTime} locks, which only the policy says; zero
 *     for as long as the attribute is there. {@code 000001010000Z} always locks for good
 */
public record PasswordPolicyState(Duration lockDuration) implements AccountState {

  private static final String START = "pwdStartTime";
  private static final String END = "pwdEndTime";
  private static final String LOCKED = "pwdAccountLockedTime";

  /** Refuses a null component. */
  public PasswordPolicyState {
    requireNonNull(lockDuration, "lockDuration");
  }

  @Override
  public List<String> attributes() {
    return List.of(START, END, LOCKED);
  }

  @Override
  public UserState of(Entry entry, Instant now) {
    boolean early = AccountState.time(entry, START).filter(now::isBefore).isPresent();
    boolean late = AccountState.time(entry, END).filter(end -> !now.isBefore(end)).isPresent();
    if (early || late) {
      return UserState.INACTIVE;
    }
    Optional<Instant> locked = AccountState.time(entry, LOCKED);
    return locked.isPresent() && locks(locked.get(), now) ? UserState.LOCKED : UserState.ACTIVE;
  }

  private boolean locks(Instant since, Instant now) {
    // The year 0 stands for good. A time that is still to come locks as well: clocks differ.
    boolean forGood = lockDuration.isZero() || since.isBefore(Instant.EPOCH);
    return forGood || now.isBefore(since.plus(lockDuration));
  }
}
