package io.latchkey.ldap.directory;

import static java.util.Objects.requireNonNull;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where users are: under one base, and machines perhaps under another that is not below it, as in
 * FreeIPA. Two bases are searched at once, from the nearest entry above both; what lies beside them
 * is no user.
 */
public final class UserArea {

  private final boolean subtree;
  private final List<DN> bases;
  private final DN searchBase;

  /**
   * Creates an area.
   *
   * @param users the base of the users
   * @param machines a base of machines alone; absent if there is none
   * @param subtree true for all entries under a base, false for those right under it
   * @throws IllegalArgumentException if no entry is above both bases
   */
  public UserArea(DN users, Optional<DN> machines, boolean subtree) {
    this.subtree = subtree;
    Stream<DN> others =
        machines.stream()
            .filter(base -> !base.equals(users) && !(subtree && base.isDescendantOf(users, true)));
    this.bases = Stream.concat(Stream.of(requireNonNull(users, "users")), others).toList();
    this.searchBase = nearestAbove(bases);
  }

  private static DN nearestAbove(List<DN> bases) {
    DN above = bases.get(0);
    while (above != null && !above.isNullDN()) {
      if (bases.stream().allMatch(isBelow(above))) {
        return above;
      }
      above = above.getParent();
    }
    throw new IllegalArgumentException("no entry is above all of " + bases);
  }

  private static Predicate<DN> isBelow(DN above) {
    return dn -> dn.isDescendantOf(above, true);
  }

  /** The base of the users. */
  DN users() {
    return bases.get(0);
  }

  /** Where to search. */
  DN searchBase() {
    return searchBase;
  }

  /** How deep to search. */
  SearchScope searchScope() {
    return bases.size() > 1 || subtree ? SearchScope.SUB : SearchScope.ONE;
  }

  /** Whether an entry that was found lies in this area. */
  boolean contains(Entry entry) {
    if (bases.size() == 1) {
      // The server has searched nowhere else.
      return true;
    }
    DN dn = EntryName.of(entry);
    return bases.stream()
        .anyMatch(base -> subtree ? dn.isDescendantOf(base, true) : base.equals(dn.getParent()));
  }
}
