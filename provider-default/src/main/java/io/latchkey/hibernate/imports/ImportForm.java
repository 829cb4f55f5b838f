package io.latchkey.hibernate.imports;

import io.latchkey.hibernate.imports.ImportFile.MembershipEntry;
import io.latchkey.hibernate.imports.ImportFile.OrganizationEntry;
import io.latchkey.hibernate.imports.ImportFile.UserEntry;
import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The form of the file: which fields there are, and what they mean when they are left out. */
final class ImportForm {

  private static final Map<String, UserKind> KINDS =
      new TreeMap<>(Map.of("machine", UserKind.MACHINE, "human", UserKind.HUMAN));
  private static final Map<String, UserState> STATES =
      new TreeMap<>(
          Map.of(
              "active", UserState.ACTIVE,
              "inactive", UserState.INACTIVE,
              "locked", UserState.LOCKED));

  private ImportForm() {}

  static ImportFile read(Json json) {
    Entry file = new Entry("the file", json, List.of("organizations", "users", "memberships"));
    return new ImportFile(
        file.values("organizations").stream().map(ImportForm::organization).toList(),
        file.values("users").stream().map(ImportForm::user).toList(),
        file.values("memberships").stream().map(ImportForm::membership).toList());
  }

  private static OrganizationEntry organization(Json json) {
    Entry entry = new Entry("an organization", json, List.of("id", "name"));
    Located<String> id = entry.text("id");
    String name = entry.optionalText("name").map(Located::value).orElse(id.value());
    return new OrganizationEntry(new Organization(id.value(), name), id.at());
  }

  private static UserEntry user(Json json) {
    Entry entry =
        new Entry("a user", json, List.of("id", "organization", "kind", "state", "loginName"));
    Located<String> id = entry.text("id");
    Located<String> organization = entry.text("organization");
    UserKind kind = known("kind", entry.text("kind"), KINDS);
    UserState state =
        entry
            .optionalText("state")
            .map(text -> known("state", text, STATES))
            .orElse(UserState.ACTIVE);
    String loginName = entry.optionalText("loginName").map(Located::value).orElse(id.value());
    return new UserEntry(
        new User(id.value(), organization.value(), kind, state, loginName),
        id.at(),
        organization.at());
  }

  private static <T> T known(String field, Located<String> text, Map<String, T> values) {
    return Optional.ofNullable(values.get(text.value()))
        .orElseThrow(
            () ->
                new InvalidFile(
                    text.at(),
                    "\"%s\" is not a %s of a user; %s"
                        .formatted(
                            text.value(), field, NearestName.hint(text.value(), values.keySet()))));
  }

  private static MembershipEntry membership(Json json) {
    Entry entry = new Entry("a membership", json, List.of("user", "organization", "roles"));
    Located<String> user = entry.text("user");
    List<Located<String>> roles = entry.texts("roles");
    if (roles.isEmpty()) {
      throw new InvalidFile(
          entry.at(),
          "the membership of the user \"%s\" must have at least one role".formatted(user.value()));
    }
    return new MembershipEntry(user, entry.optionalText("organization"), roles);
  }
}
