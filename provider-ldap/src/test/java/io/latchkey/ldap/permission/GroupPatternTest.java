package io.latchkey.ldap.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupPatternTest {

  private static final GroupPattern PATTERN =
      GroupPattern.parse("latchkey:(?<role>[A-Z_]+)(:(?<organization>.+))?");

  @ParameterizedTest
  @CsvSource({
    "latchkey:IAM_OWNER, IAM_OWNER,",
    "latchkey:ORG_OWNER:acme, ORG_OWNER, acme",
    "latchkey:ORG_OWNER:ACME, ORG_OWNER, ACME",
    "latchkey:ORG_OWNER:acme:x, ORG_OWNER, acme:x",
    "latchkey:ORG_OWNER:,,",
    "xlatchkey:IAM_OWNER,,",
    "latchkey:IAM_OWNER and more,,",
    "Latchkey:IAM_OWNER,,",
    "latchkey:iam_owner,,",
    "IAM_OWNER,,"
  })
  void grantedBy_ofName_isWhatTheWholeNameSays(String name, String role, String organization) {
    if (role == null) {
      assertThat(PATTERN.grantedBy(name)).isEmpty();
    } else {
      assertThat(PATTERN.grantedBy(name))
          .contains(new GrantedRole(role, Optional.ofNullable(organization)));
    }
  }

  @Test
  void grantedBy_withEmptyOrganization_isNothing() {
    GroupPattern pattern = GroupPattern.parse("(?<role>[A-Z_]+):(?<organization>.*)");

    assertThat(pattern.grantedBy("IAM_OWNER:")).isEmpty();
    assertThat(pattern.grantedBy("IAM_OWNER: "))
        .contains(new GrantedRole("IAM_OWNER", Optional.of(" ")));
  }

  @Test
  void grantedBy_ofRoleThatTookNoPart_isAbsent() {
    GroupPattern pattern = GroupPattern.parse("(?<role>R)?x");

    assertThat(pattern.grantedBy("x")).isEmpty();
    assertThat(pattern.grantedBy("Rx")).contains(new GrantedRole("R", Optional.empty()));
  }
}
