package io.latchkey.tck.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.DirectoryFixture.Membership;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Stands here for the sake of the JSON reader. */
class DirectoryFixtureTest {

  private static final User USER =
      new User("u\"\\\n\u00e9", "o", UserKind.MACHINE, UserState.LOCKED, "\ud83d\ude00");
  private static final DirectoryFixture FIXTURE =
      new DirectoryFixture(
          List.of(new Organization("o", "n")),
          List.of(USER),
          List.of(
              new Membership("u", Optional.of("o"), Set.of("B", "A")),
              new Membership("u", Optional.empty(), Set.of("C"))));

  @Test
  void toJson_hasEveryField() {
    assertThat(JsonReader.read(FIXTURE.toJson()))
        .isEqualTo(
            Map.of(
                "organizations",
                List.of(Map.of("id", "o", "name", "n")),
                "users",
                List.of(
                    Map.of(
                        "id", USER.userId(),
                        "organization", "o",
                        "kind", "machine",
                        "state", "locked",
                        "loginName", USER.loginName())),
                "memberships",
                List.of(
                    Map.of("user", "u", "organization", "o", "roles", List.of("A", "B")),
                    Map.of("user", "u", "roles", List.of("C")))));
  }

  @Test
  void toJson_ofEmptyFixture_hasEmptyArrays() {
    assertThat(JsonReader.read(new DirectoryFixture(List.of(), List.of(), List.of()).toJson()))
        .isEqualTo(
            Map.of("organizations", List.of(), "users", List.of(), "memberships", List.of()));
  }

  @Test
  void with_replacesTheUserOfThatId() {
    User changed =
        new User(USER.userId(), "o", UserKind.MACHINE, UserState.ACTIVE, USER.loginName());

    assertThat(FIXTURE.with(changed).users()).containsExactly(changed);
  }

  @Test
  void without_leavesTheOthers() {
    assertThat(FIXTURE.without(USER.userId()).users()).isEmpty();
    assertThat(FIXTURE.without("other").users()).containsExactly(USER);
  }

  @Test
  void deletedUser_isRefused() {
    User deleted = new User("u", "o", UserKind.MACHINE, UserState.DELETED, "u");

    assertThatThrownBy(() -> FIXTURE.with(deleted)).isInstanceOf(IllegalArgumentException.class);
  }
}
