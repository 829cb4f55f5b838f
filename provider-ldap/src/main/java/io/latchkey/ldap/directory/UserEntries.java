package io.latchkey.ldap.directory;

import static java.util.Objects.requireNonNull;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.latchkey.ldap.connection.LdapAccess;
import io.latchkey.spi.CheckResult;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The entries of users: the one way from an id to an entry.
 *
 * <p>Thread-safe.
 */
public final class UserEntries {

  /** How many users are looked at for the exact spelling of what they have in common. */
  private static final int MANY = 1000;

  private final LdapAccess access;
  private final UserSettings settings;
  private final String[] attributes;

  /**
   * Creates the way.
   *
   * @param access the server
   * @param settings how users are found
   * @param more which attributes to read beside id and login name
   */
  public UserEntries(LdapAccess access, UserSettings settings, Collection<String> more) {
    this.access = requireNonNull(access, "access");
    this.settings = requireNonNull(settings, "settings");
    this.attributes =
        Stream.concat(Stream.of(settings.id().name(), settings.loginAttribute()), more.stream())
            .distinct()
            .toArray(String[]::new);
  }

  /**
   * Finds the entry of a user, by one search.
   *
   * @param userId any string
   * @return the entry that holds exactly this id; absent if there is none
   * @throws io.latchkey.spi.ProviderUnavailableException if there are two, among others
   */
  public Optional<SearchResultEntry> find(String userId) {
    access.requireOpen();
    Optional<ASN1OctetString> octets = settings.id().octets(userId);
    if (octets.isEmpty()) {
      return Optional.empty();
    }
    SearchResultEntry found = null;
    for (SearchResultEntry entry : search(settings.id(), octets.get())) {
      if (isExactly(entry, settings.id(), octets.get())) {
        if (found != null) {
          throw CouldNotTell.because(
              "two entries have the same user id: "
                  + EntryName.shown(found)
                  + " and "
                  + EntryName.shown(entry));
        }
        found = entry;
      }
    }
    return Optional.ofNullable(found);
  }

  private List<SearchResultEntry> search(IdAttribute attribute, ASN1OctetString octets) {
    return access.search(
        settings.area().searchBase(),
        settings.area().searchScope(),
        usersThat(attribute.equalTo(octets)),
        attributes);
  }

  private boolean isExactly(
      SearchResultEntry entry, IdAttribute attribute, ASN1OctetString octets) {
    return attribute.isIn(entry, octets) && settings.area().contains(entry);
  }

  private Filter usersThat(Filter condition) {
    return Filter.createANDFilter(condition, settings.filter());
  }

  /**
   * Whether the base is there under which users are looked for.
   *
   * @return well, or the sentence that says what is not
   */
  public CheckResult check() {
    return access.check("ldap.users.base-dn", settings.area().users());
  }

  /** Whether some user has exactly this value of an attribute, which many may share. */
  boolean anyHas(IdAttribute attribute, ASN1OctetString octets) {
    UserArea area = settings.area();
    Filter filter = usersThat(attribute.equalTo(octets));
    // Nearly always the first is exact. Another differs in case, or lies beside the area.
    List<SearchResultEntry> one =
        access.some(area.searchBase(), area.searchScope(), filter, 1, attribute.name());
    return one.stream().anyMatch(entry -> isExactly(entry, attribute, octets))
        || (!one.isEmpty()
            && access
                .searchWithin(area.searchBase(), area.searchScope(), filter, MANY, attribute.name())
                .stream()
                .anyMatch(entry -> isExactly(entry, attribute, octets)));
  }

  /** Some users that have an id, with all that is read of users. */
  List<SearchResultEntry> samples(int limit) {
    return samples(usersThat(Filter.createPresenceFilter(settings.id().name())), limit);
  }

  /** Some users, which need not have an id. */
  List<SearchResultEntry> samplesByFilter(int limit) {
    return samples(settings.filter(), limit);
  }

  private List<SearchResultEntry> samples(Filter filter, int limit) {
    return access
        .some(
            settings.area().searchBase(), settings.area().searchScope(), filter, limit, attributes)
        .stream()
        .filter(settings.area()::contains)
        .toList();
  }
}
