package io.latchkey.tck;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a directory is to hold for a test.
 *
 * @param organizations the organizations; copied
 * @param users the users, none of them {@link UserState#DELETED}; copied
 * @param memberships who holds which roles where; copied
 */
public record DirectoryFixture(
    List<Organization> organizations, List<User> users, List<Membership> memberships) {

  /** Takes copies, and refuses deleted users: a directory cannot be filled with them. */
  public DirectoryFixture {
    organizations = List.copyOf(organizations);
    users = List.copyOf(users);
    memberships = List.copyOf(memberships);
    for (User user : users) {
      if (user.state() == UserState.DELETED) {
        throw new IllegalArgumentException("users holds a deleted one: " + user.userId());
      }
    }
  }

  /**
   * The roles of a user in one place.
   *
   * @param userId the user
   * @param organizationId in which organization; absent for the whole instance
   * @param roles the roles; copied
   */
  public record Membership(String userId, Optional<String> organizationId, Set<String> roles) {

    /** Takes a copy. */
    public Membership {
      requireNonNull(userId, "userId");
      requireNonNull(organizationId, "organizationId");
      roles = Set.copyOf(roles);
    }
  }

  /**
   * The same fixture with one user in place of the one with its id, or beside the others.
   *
   * @param user the user
   * @return a new fixture
   */
  public DirectoryFixture with(User user) {
    List<User> changed = new ArrayList<>(usersWithout(user.userId()));
    changed.add(user);
    return new DirectoryFixture(organizations, changed, memberships);
  }

  /**
   * The same fixture without one user and its memberships.
   *
   * @param userId the id of the user
   * @return a new fixture
   */
  public DirectoryFixture without(String userId) {
    List<Membership> remaining =
        memberships.stream().filter(membership -> !membership.userId().equals(userId)).toList();
    return new DirectoryFixture(organizations, usersWithout(userId), remaining);
  }

  private List<User> usersWithout(String userId) {
    return users.stream().filter(user -> !user.userId().equals(userId)).toList();
  }

  /**
   * The same fixture with other memberships.
   *
   * @param other all the memberships
   * @return a new fixture
   */
  public DirectoryFixture withMemberships(List<Membership> other) {
    return new DirectoryFixture(organizations, users, other);
  }

  /**
   * The fixture as an import file: {@code {"organizations":[{"id","name"}],
   * "users":[{"id","organization","kind","state","loginName"}],
   * "memberships":[{"user","organization","roles":[…]}]}}. Kinds and states are in lower case; a
   * membership in the whole instance has no {@code organization}.
   *
   * @return the text of a JSON object
   */
  public String toJson() {
    return "{\"organizations\":"
        + array(
            organizations,
            o -> "{\"id\":" + text(o.organizationId()) + ",\"name\":" + text(o.name()) + "}")
        + ",\n\"users\":"
        + array(users, DirectoryFixture::toJson)
        + ",\n\"memberships\":"
        + array(memberships, DirectoryFixture::toJson)
        + "}\n";
  }

  private static String toJson(User user) {
    return "{\"id\":"
        + text(user.userId())
        + ",\"organization\":"
        + text(user.organizationId())
        + ",\"kind\":"
        + text(user.kind().name().toLowerCase(Locale.ROOT))
        + ",\"state\":"
        + text(user.state().name().toLowerCase(Locale.ROOT))
        + ",\"loginName\":"
        + text(user.loginName())
        + "}";
  }

  private static String toJson(Membership membership) {
    return "{\"user\":"
        + text(membership.userId())
        + membership.organizationId().map(id -> ",\"organization\":" + text(id)).orElse("")
        + ",\"roles\":"
        + array(membership.roles().stream().sorted().toList(), DirectoryFixture::text)
        + "}";
  }

  private static <T> String array(List<T> elements, Function<T, String> toJson) {
    return elements.stream().map(toJson).collect(Collectors.joining(",\n ", "[", "]"));
  }

  private static String text(String value) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      // Whatever is not plain is escaped, so that no encoding on the way can change it.
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
