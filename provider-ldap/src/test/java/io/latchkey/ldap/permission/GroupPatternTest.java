package io.latchkey.ldap.permission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupPatternTest {

  private static final GroupPattern PATTERN =
      GroupPattern.parse("latchkey:(?<role>[A-Z_]+)(:(?<organization>.+))?");

  @ParameterizedTest
  @CsvSource({
    "latchkey:IAM_OWNER, IAM_OWNER",
    "latchkey:ORG_OWNER:acme, ORG_OWNER",
    "latchkey:ORG_OWNER:ACME,",
    "latchkey:ORG_OWNER:acme:x,",
    "latchkey:ORG_OWNER:,",
    "xlatchkey:IAM_OWNER,",
    "latchkey:IAM_OWNER and more,",
    "Latchkey:IAM_OWNER,",
    "latchkey:iam_owner,",
    "IAM_OWNER,"
  })
  void roleIn_ofName_isThatOfTheWholeName(String name, String role) {
    if (role == null) {
      assertThat(PATTERN.roleIn("acme", name)).isEmpty();
    } else {
      assertThat(PATTERN.roleIn("acme", name)).contains(role);
    }
  }

  @Test
  void roleIn_withEmptyOrganization_isNotTheWholeInstance() {
    GroupPattern pattern = GroupPattern.parse("(?<role>[A-Z_]+):(?<organization>.*)");

    assertThat(pattern.roleIn("acme", "IAM_OWNER:")).isEmpty();
    assertThat(pattern.roleIn("", "IAM_OWNER:")).contains("IAM_OWNER");
  }

  @Test
  void roleIn_ofRoleThatTookNoPart_isAbsent() {
    assertThat(GroupPattern.parse("(?<role>R)?x").roleIn("acme", "x")).isEmpty();
    assertThat(GroupPattern.parse("(?<role>R)?x").roleIn("acme", "Rx")).contains("R");
  }
}
