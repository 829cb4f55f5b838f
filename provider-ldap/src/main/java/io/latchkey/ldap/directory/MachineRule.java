package io.latchkey.ldap.directory;

import static java.util.Objects.requireNonNull;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import io.latchkey.spi.directory.UserKind;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Which users are machines; the others are human.
 *
 * @param filter those that it matches; absent if no filter tells
 * @param base those under it; absent if no place tells
 */
public record MachineRule(Optional<EntryFilter> filter, Optional<DN> base) {

  /** Refuses null components. */
  public MachineRule {
    requireNonNull(filter, "filter");
    requireNonNull(base, "base");
  }

  /** Which attributes it looks at. */
  Collection<String> attributes() {
    return filter.map(EntryFilter::attributes).orElse(Set.of());
  }

  /** A machine if either says so. */
  UserKind kindOf(Entry entry) {
    boolean machine =
        (filter.isPresent() && filter.get().matches(entry))
            || (base.isPresent() && EntryName.of(entry).isDescendantOf(base.get(), true));
    return machine ? UserKind.MACHINE : UserKind.HUMAN;
  }
}
