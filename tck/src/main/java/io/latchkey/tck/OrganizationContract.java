package io.latchkey.tck;

import static io.latchkey.tck.DirectorySamples.ORGANIZATION;
import static io.latchkey.tck.DirectorySamples.each;
import static io.latchkey.tck.DirectorySamples.inOtherCase;
import static io.latchkey.tck.DirectorySamples.lookingAlike;
import static io.latchkey.tck.DirectorySamples.withBlanks;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.directory.Organization;
import io.latchkey.tck.rule.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What {@link io.latchkey.spi.directory.UserDirectory#organizationExists} answers. */
public abstract class OrganizationContract extends UserDirectoryTopic {

  private static final String START = DirectorySamples.organizationId("");

  /** For the {@link UserDirectoryContract}. */
  OrganizationContract() {}

  @Rule("UD-11")
  @TestFactory
  public final Stream<DynamicTest> organizationExists_ofThoseThatExist_isTrue() {
    return each(ids(false), id -> assertExists(id, true));
  }

  @Rule("UD-12")
  @TestFactory
  public final Stream<DynamicTest> organizationExists_ofIdBeyondAscii_isTrue() {
    return each(ids(true), id -> assertExists(id, true));
  }

  @Rule("UD-13")
  @TestFactory
  public final Stream<DynamicTest> organizationExists_ofAnyOtherId_isFalse() {
    return each(DirectorySamples.STRANGE_IDS, id -> assertExists(id, false));
  }

  @Rule("UD-14")
  @TestFactory
  public final Stream<DynamicTest> organizationExists_ofIdInOtherLetterCase_isFalse() {
    return each(inOtherCase(ORGANIZATION, START), id -> assertExists(id, false));
  }

  @Rule("UD-15")
  @TestFactory
  public final Stream<DynamicTest> organizationExists_ofIdWithBlanksAround_isFalse() {
    return each(withBlanks(ORGANIZATION), id -> assertExists(id, false));
  }

  @Rule("UD-16")
  @TestFactory
  public final Stream<DynamicTest> organizationExists_ofIdThatLooksAlike_isFalse() {
    return each(lookingAlike(ORGANIZATION, START), id -> assertExists(id, false));
  }

  @Rule("UD-17")
  @Test
  public final void organizationExists_ofIdOfAUser_isFalse() {
    assertExists(MACHINE, false);
  }

  @Rule("UD-18")
  @Test
  public final void organizationExists_ofItsName_isFalse() {
    assertExists("First organization", false);
  }

  private static List<String> ids(boolean unusual) {
    return FIXTURE.organizations().stream()
        .map(Organization::organizationId)
        .filter(id -> id.startsWith(START) == unusual)
        .toList();
  }

  private void assertExists(String id, boolean expected) {
    assertThat(directory.organizationExists(id))
        .as("organizationExists(%s)", DirectorySamples.shown(id))
        .isEqualTo(expected);
  }
}
