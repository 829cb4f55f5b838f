package io.latchkey.ldap.directory;

import com.unboundid.ldap.sdk.Entry;
import io.latchkey.spi.directory.UserState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a product says in its own attributes that an account may not be used. A value that is there
 * and cannot be understood is never {@link UserState#ACTIVE}: it is "could not tell", so that the
 * operator learns of it.
 *
 * <p>What depends on a policy outside of the entry cannot be seen here: passwords that are too old,
 * accounts that were not used for long, FreeIPA's count of failed logins.
 */
public sealed interface AccountState
    permits NoAccountState, PasswordPolicyState, AccountLockState, UserAccountControlState {

  /** Which attributes it looks at. */
  List<String> attributes();

  /** The state of an account. */
  UserState of(Entry entry, Instant now);

  /** The time in an attribute; absent if it has none. */
  static Optional<Instant> time(Entry entry, String attribute) {
    return Optional.ofNullable(entry.getAttributeValue(attribute))
        .map(text -> GeneralizedTime.parse(text).orElseThrow(() -> unclear(entry, attribute)));
  }

  /** The number in an attribute; absent if it has none. */
  static Optional<Long> number(Entry entry, String attribute) {
    String text = entry.getAttributeValue(attribute);
    try {
      return Optional.ofNullable(text).map(Long::valueOf);
    } catch (NumberFormatException e) {
      throw unclear(entry, attribute);
    }
  }

  /** A value that cannot be understood. */
  static RuntimeException unclear(Entry entry, String attribute) {
    return CouldNotTell.because(
        "the attribute "
            + attribute
            + " of "
            + EntryName.shown(entry)
            + " does not tell whether the account may be used");
  }
}
