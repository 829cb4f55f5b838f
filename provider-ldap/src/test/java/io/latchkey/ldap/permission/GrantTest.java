package io.latchkey.ldap.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantTest {

  @Test
  void parse_ofRoleForTheInstance_hasNoOrganization() {
    Grant grant = Grant.parse("IAM_OWNER to cn=admins,ou=groups,dc=example,dc=com");

    assertThat(grant.roles()).containsExactly("IAM_OWNER");
    assertThat(grant.organizationId()).isEmpty();
    assertThat(grant.group()).hasToString("cn=admins,ou=groups,dc=example,dc=com");
    assertThat(grant.granted()).containsExactly(new GrantedRole("IAM_OWNER", Optional.empty()));
  }

  @Test
  void parse_ofRolesInOrganization_hasBoth() {
    Grant grant = Grant.parse(" ORG_OWNER , viewer,x  in acme corp  to  cn=a\\, b,dc=c ");

    assertThat(grant.roles()).isEqualTo(List.of("ORG_OWNER", "viewer", "x"));
    assertThat(grant.organizationId()).contains("acme corp");
    assertThat(grant.group().getRDN().getAttributeValues()).containsExactly("a, b");
    assertThat(grant.granted())
        .contains(new GrantedRole("viewer", Optional.of("acme corp")))
        .hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "R in a to b to cn=g | a to b | cn=g",
        "R in in to cn=g | in | cn=g",
        "R in x in y to cn=g | x in y | cn=g",
        "R in x to cn=back to front,dc=c | x | cn=back to front,dc=c"
      })
  void parse_ofWordsWithinNames_endsAtTheFirstDn(String text, String organization, String group) {
    Grant grant = Grant.parse(text);

    assertThat(grant.organizationId()).contains(organization);
    assertThat(grant.group()).hasToString(group);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "IAM_OWNER | there is no \"to\"",
        "IAM_OWNER in acme | there is no \"to\"",
        "IAM_OWNER to admins | what is after \"to\" is no DN",
        "IAM_OWNER to  | there is no \"to\"",
        "A B to cn=g | the roles must be separated by commas",
        "A, to cn=g | the roles must be separated by commas",
        ", to cn=g | the roles must be separated by commas"
      })
  void parse_ofOtherForm_saysWhatIsWrong(String text, String reason) {
    assertThatThrownBy(() -> Grant.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("must be of the form ROLE, ROLE in ORGANIZATION to GROUP-DN, ")
        .hasMessageEndingWith(": " + reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "to cn=g", " to cn=g"})
  void parse_withoutRoles_isRefused(String text) {
    assertThatThrownBy(() -> Grant.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
