package io.latchkey.ldap.permission;

import static java.util.Objects.requireNonNull;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Roles for the members of one group.
 *
 * @param roles the roles, at least one
 * @param organizationId where they hold; absent for the whole instance
 * @param group the group
 */
public record Grant(List<String> roles, Optional<String> organizationId, DN group) {

  private static final Pattern ROLES = Pattern.compile("[^\\s,]+(\\s*,\\s*[^\\s,]+)*");
  private static final Pattern TO = Pattern.compile("\\s+to\\s+");
  private static final Pattern IN = Pattern.compile("\\s+in\\s+");

  private static final String FORM =
      "must be of the form ROLE, ROLE in ORGANIZATION to GROUP-DN, where \"in ORGANIZATION\" may be"
          + " left out for the whole instance: ";

  /** Takes a copy. */
  public Grant {
    roles = List.copyOf(roles);
    requireNonNull(organizationId, "organizationId");
    requireNonNull(group, "group");
  }

  /**
   * Reads a grant. Of several words {@code to} the first counts that a DN comes after.
   *
   * @param text {@code ROLE[, ROLE…] [in ORGANIZATION] to GROUP-DN}
   * @return the grant
   * @throws IllegalArgumentException if it is of another form; the end of a sentence
   */
  public static Grant parse(String text) {
    Matcher to = TO.matcher(text);
    boolean any = false;
    while (to.find()) {
      any = true;
      Optional<DN> group = dn(text.substring(to.end()));
      if (group.isPresent()) {
        return parse(text.substring(0, to.start()), group.get());
      }
    }
    throw new IllegalArgumentException(
        FORM + (any ? "what is after \"to\" is no DN" : "there is no \"to\""));
  }

  private static Grant parse(String rolesAndPlace, DN group) {
    Matcher in = IN.matcher(rolesAndPlace);
    boolean placed = in.find();
    String roles = (placed ? rolesAndPlace.substring(0, in.start()) : rolesAndPlace).strip();
    if (!ROLES.matcher(roles).matches()) {
      throw new IllegalArgumentException(FORM + "the roles must be separated by commas");
    }
    return new Grant(
        List.of(roles.split("\\s*,\\s*")),
        placed ? Optional.of(rolesAndPlace.substring(in.end())) : Optional.empty(),
        group);
  }

  private static Optional<DN> dn(String text) {
    try {
      return Optional.of(new DN(text)).filter(dn -> !dn.isNullDN());
    } catch (LDAPException e) {
      return Optional.empty();
    }
  }

  /** The roles, each with where it holds. */
  Stream<GrantedRole> granted() {
    return roles.stream().map(role -> new GrantedRole(role, organizationId));
  }
}
