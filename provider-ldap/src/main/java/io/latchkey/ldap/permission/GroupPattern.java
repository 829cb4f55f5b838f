package io.latchkey.ldap.permission;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What the name of a group says about the role that it grants. <b>Whoever may create or rename
 * groups where they are looked for can grant any role.</b>
 */
public final class GroupPattern {

  private static final String ROLE = "role";
  private static final String ORGANIZATION = "organization";

  private final Pattern pattern;
  private final boolean hasOrganization;

  private GroupPattern(Pattern pattern, boolean hasOrganization) {
    this.pattern = pattern;
    this.hasOrganization = hasOrganization;
  }

  /**
   * Reads a pattern.
   *
   * @param text a regular expression for the whole name, with a group {@code role} and perhaps a
   *     group {@code organization}; where the latter takes no part in a match, the role holds in
   *     the whole instance, and where it matches nothing, in none
   * @return the pattern
   * @throws IllegalArgumentException if it is of another form; the end of a sentence
   */
  public static GroupPattern parse(String text) {
    if (!text.contains("(?<" + ROLE + ">")) {
      throw new IllegalArgumentException("must have a group (?<role>…)");
    }
    try {
      return new GroupPattern(Pattern.compile(text), text.contains("(?<" + ORGANIZATION + ">"));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("must be a regular expression: " + e.getDescription(), e);
    }
  }

  /** Whether a name can grant a role in one organization, and not only in the whole instance. */
  boolean hasOrganization() {
    return hasOrganization;
  }

  /** The role that a name grants, and where; absent if it grants none. */
  Optional<GrantedRole> grantedBy(String name) {
    Matcher matcher = pattern.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<String> place =
        hasOrganization ? Optional.ofNullable(matcher.group(ORGANIZATION)) : Optional.empty();
    if (place.filter(String::isEmpty).isPresent()) {
      // No organization has an empty id: who may do something there may do so everywhere.
      return Optional.empty();
    }
    return Optional.ofNullable(matcher.group(ROLE)).map(role -> new GrantedRole(role, place));
  }
}
