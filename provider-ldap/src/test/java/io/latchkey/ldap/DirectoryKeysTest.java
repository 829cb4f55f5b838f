package io.latchkey.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.ldap.directory.FixedOrganization;
import io.latchkey.spi.ConfigKey;
import io.latchkey.tck.TestContext;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryKeysTest {

  private static TestContext context(String... keysAndValues) {
    Map<String, String> keys =
        new HashMap<>(Map.of("preset", "openldap", "base-dn", "dc=example,dc=com"));
    for (int i = 0; i < keysAndValues.length; i += 2) {
      keys.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return new TestContext(keys, Path.of("unused"));
  }

  private static AbstractThrowableAssert<?, ?> assertRefused(String... keysAndValues) {
    return assertThatThrownBy(() -> DirectoryKeys.settings(context(keysAndValues)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"openldap", "389ds", "freeipa", "active-directory"})
  void settings_ofPreset_needNothingElse(String preset) {
    assertThatCode(() -> DirectoryKeys.settings(context("preset", preset)))
        .doesNotThrowAnyException();
  }

  @Test
  void preset_mustBeSet() {
    TestContext context = new TestContext(Map.of("base-dn", "dc=example"), Path.of("unused"));

    assertThatThrownBy(() -> DirectoryKeys.settings(context))
        .hasMessageStartingWith("the key preset must be set: which product it is");
  }

  @Test
  void baseDn_mustBeSet() {
    TestContext context = new TestContext(Map.of("preset", "openldap"), Path.of("unused"));

    assertThatThrownBy(() -> DirectoryKeys.settings(context))
        .hasMessageStartingWith("the key base-dn must be set: the entry under which");
  }

  @Test
  void preset_ofAnotherWord_isRefused() {
    assertRefused("preset", "OpenLDAP")
        .hasMessage(
            "the value \"OpenLDAP\" of key preset must be openldap or 389ds or freeipa or"
                + " active-directory");
  }

  @Test
  void dn_thatIsNone_isRefused() {
    assertRefused("base-dn", "example.com")
        .hasMessage(
            "the value \"example.com\" of key base-dn must be a DN such as"
                + " ou=people,dc=example,dc=com");
    assertRefused("base-dn", "").hasMessageEndingWith("ou=people,dc=example,dc=com");
  }

  @Test
  void base_besideTheBaseDn_isRefused() {
    assertRefused("users.base-dn", "ou=people,dc=example,dc=org")
        .hasMessage(
            "the value \"ou=people,dc=example,dc=org\" of key ldap.users.base-dn must be under"
                + " ldap.base-dn");
    assertRefused("users.machine-base-dn", "dc=com")
        .hasMessageStartingWith("the value \"dc=com\" of key ldap.users.machine-base-dn must be");
  }

  @Test
  void filter_thatIsNone_isRefused() {
    assertRefused("users.filter", "(uid=")
        .hasMessage(
            "the value \"(uid=\" of key users.filter must be an LDAP filter such as"
                + " (objectClass=inetOrgPerson)");
  }

  @Test
  void filterOfMachines_thatNeedsASchema_isRefused() {
    assertRefused("users.machine-filter", "(a:1.2:=3)")
        .hasMessageStartingWith(
            "the value \"(a:1.2:=3)\" of key users.machine-filter must do without (a:1.2:=3)");
  }

  @Test
  void attribute_thatIsNone_isRefused() {
    assertRefused("users.id-attribute", "user id")
        .hasMessage(
            "the value \"user id\" of key users.id-attribute must be the name of an attribute such"
                + " as uid");
  }

  @Test
  void word_thatIsNone_isRefused() {
    assertRefused("users.scope", "base")
        .hasMessage("the value \"base\" of key users.scope must be sub or one");
    assertRefused("users.account-state", "shadow")
        .hasMessageEndingWith("must be ppolicy or ns-account-lock or user-account-control or none");
  }

  @Test
  void organization_byTwoRules_isRefused() {
    assertRefused("organization.fixed", "acme", "organization.attribute", "o")
        .hasMessage(
            "of the keys ldap.organization.fixed, ldap.organization.attribute and"
                + " ldap.organization.dn-component no more than one may be set");
  }

  @Test
  void organization_withoutRuleOrDomain_isRefused() {
    assertRefused("base-dn", "o=acme")
        .hasMessage(
            "one of the keys ldap.organization.fixed, ldap.organization.attribute and"
                + " ldap.organization.dn-component must be set, for ldap.base-dn names no domain");
  }

  @Test
  void organization_byDefault_isTheDomainInLowerCase() {
    assertThat(DirectoryKeys.settings(context("base-dn", "ou=a,DC=Example,DC=COM")).organizations())
        .isEqualTo(new FixedOrganization("example.com"));
  }

  @Test
  void organizationKey_thatBelongsToAnotherRule_isRefused() {
    assertRefused("organization.base-dn", "ou=a,dc=example,dc=com")
        .hasMessage(
            "the key ldap.organization.base-dn means nothing without"
                + " ldap.organization.dn-component");
    assertRefused("organizations.id-attribute", "o")
        .hasMessage(
            "the key ldap.organizations.id-attribute means nothing without"
                + " ldap.organization.attribute");
    assertRefused("organization.attribute", "o", "organizations.base-dn", "ou=a,dc=example,dc=com")
        .hasMessage(
            "the keys ldap.organizations.base-dn and ldap.organizations.id-attribute must be set"
                + " together");
  }

  @Test
  void fixedOrganization_thatIsNoId_isRefused() {
    assertRefused("organization.fixed", "x".repeat(201))
        .hasMessageEndingWith("of key organization.fixed must have 1 to 200 characters");
  }

  @Test
  void keys_haveNamesOfTheirOwnAndLinesOfText() {
    assertThat(Stream.concat(DirectoryKeys.ALL.stream(), GroupKeys.ALL.stream()))
        .doesNotHaveDuplicates()
        .allSatisfy(key -> assertThat(key.description()).doesNotContain("\n").isNotBlank())
        .extracting(ConfigKey::name)
        .doesNotHaveDuplicates();
  }
}
