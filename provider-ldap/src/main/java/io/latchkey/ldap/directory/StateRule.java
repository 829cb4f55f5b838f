package io.latchkey.ldap.directory;

import static java.util.Objects.requireNonNull;

import com.unboundid.ldap.sdk.Entry;
import io.latchkey.spi.directory.UserState;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which users may act: those whom nothing here holds back.
 *
 * @param inactive those that it matches are {@link UserState#INACTIVE}
 * @param locked those that it matches are {@link UserState#LOCKED}
 * @param account what the product itself says
 * @param clock the present time
 */
public record StateRule(
    Optional<EntryFilter> inactive,
    Optional<EntryFilter> locked,
    AccountState account,
    Clock clock) {

  /** Refuses null components. */
  public StateRule {
    requireNonNull(inactive, "inactive");
    requireNonNull(locked, "locked");
    requireNonNull(account, "account");
    requireNonNull(clock, "clock");
  }

  /** Which attributes it looks at. */
  Collection<String> attributes() {
    TreeSet<String> attributes = new TreeSet<>(account.attributes());
    inactive.ifPresent(filter -> attributes.addAll(filter.attributes()));
    locked.ifPresent(filter -> attributes.addAll(filter.attributes()));
    return attributes;
  }

  /** The state of a user; inactive if it is both. */
  UserState of(Entry entry) {
    if (inactive.isPresent() && inactive.get().matches(entry)) {
      return UserState.INACTIVE;
    }
    UserState state = account.of(entry, clock.instant());
    boolean lockedToo = locked.isPresent() && locked.get().matches(entry);
    return state == UserState.ACTIVE && lockedToo ? UserState.LOCKED : state;
  }
}
