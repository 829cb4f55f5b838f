package io.latchkey.tck;

import static io.latchkey.tck.DirectorySamples.each;
import static io.latchkey.tck.DirectorySamples.inOtherCase;
import static io.latchkey.tck.DirectorySamples.lookingAlike;
import static io.latchkey.tck.DirectorySamples.withBlanks;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.directory.User;
import io.latchkey.tck.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What {@link io.latchkey.spi.directory.UserDirectory#findUser} finds. */
public abstract class UserLookupContract extends UserDirectoryTopic {

  private static final String START = DirectorySamples.userId("");
  private static final int LONGEST = 200;
  private static final int MANY = 300;

  /** For the {@link UserDirectoryContract}. */
  UserLookupContract() {}

  @Rule("UD-1")
  @TestFactory
  public final Stream<DynamicTest> findUser_findsTheWholeUser() {
    return eachFound(user -> isPlain(user.userId()));
  }

  @Rule("UD-2")
  @TestFactory
  public final Stream<DynamicTest> findUser_ofIdBeyondAscii_findsTheUser() {
    return eachFound(user -> !isPlain(user.userId()) && user.userId().length() < LONGEST);
  }

  @Rule("UD-3")
  @TestFactory
  public final Stream<DynamicTest> findUser_ofIdOf200Characters_findsTheUser() {
    return eachFound(user -> user.userId().length() == LONGEST);
  }

  private static boolean isPlain(String id) {
    return id.length() < LONGEST && id.matches("[A-Za-z-]+");
  }

  private Stream<DynamicTest> eachFound(Predicate<User> which) {
    return FIXTURE.users().stream()
        .filter(which)
        .map(user -> DynamicTest.dynamicTest(user.userId(), () -> assertFound(user)));
  }

  @Rule("UD-4")
  @TestFactory
  public final Stream<DynamicTest> findUser_ofIdThatNobodyHas_isAbsent() {
    return each(DirectorySamples.STRANGE_IDS, this::assertAbsent);
  }

  @Rule("UD-5")
  @TestFactory
  public final Stream<DynamicTest> findUser_ofIdInOtherLetterCase_isAbsent() {
    return each(inOtherCase(MACHINE, START), this::assertAbsent);
  }

  @Rule("UD-6")
  @TestFactory
  public final Stream<DynamicTest> findUser_ofIdWithBlanksAround_isAbsent() {
    return each(withBlanks(MACHINE), this::assertAbsent);
  }

  @Rule("UD-7")
  @TestFactory
  public final Stream<DynamicTest> findUser_ofIdThatLooksAlike_isAbsent() {
    return each(lookingAlike(MACHINE, START), this::assertAbsent);
  }

  @Rule("UD-8")
  @Test
  public final void findUser_ofIdOfAnOrganization_isAbsent() {
    assertAbsent("tck-org-1");
  }

  @Rule("UD-9")
  @Test
  public final void findUser_byLoginName_isAbsent() {
    assertAbsent("annex_bot");
  }

  @Rule("UD-10")
  @Test
  public final void findUser_amongMany_findsEach() {
    List<User> many = DirectorySamples.manyUsers("tck-org-empty", MANY);
    backend()
        .fill(
            new DirectoryFixture(
                FIXTURE.organizations(),
                Stream.concat(FIXTURE.users().stream(), many.stream()).toList(),
                List.of()));

    assertThat(
            many.stream()
                .filter(user -> !directory.findUser(user.userId()).equals(Optional.of(user))))
        .as("those of %s users that are not found as they are", MANY)
        .isEmpty();
  }

  private void assertFound(User user) {
    assertThat(directory.findUser(user.userId()))
        .as("findUser(%s)", DirectorySamples.shown(user.userId()))
        .contains(user);
  }

  private void assertAbsent(String id) {
    assertThat(directory.findUser(id)).as("findUser(%s)", DirectorySamples.shown(id)).isEmpty();
  }
}
