package io.latchkey.ldap.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.ReadOnlySearchRequest;
import io.latchkey.ldap.DirectoryContext;
import io.latchkey.ldap.server.FreeFormServer;
import io.latchkey.ldap.server.SearchRecorder;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrganizationRuleTest {

  private static final String BASE = "dc=example,dc=com";

  private final SearchRecorder searches = new SearchRecorder();
  private final FreeFormServer server = FreeFormServer.start(searches);
  private final List<Runnable> open = new ArrayList<>();

  @AfterEach
  void close() {
    open.forEach(Runnable::run);
    server.close();
  }

  private UserDirectory directory(String... keysAndValues) {
    Map<String, String> keys = new HashMap<>(Map.of("preset", "openldap", "base-dn", BASE));
    for (int i = 0; i < keysAndValues.length; i += 2) {
      keys.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    DirectoryContext context = DirectoryContext.of(server, keys);
    UserDirectory directory = context.users();
    open.add(directory::close);
    open.add(context::close);
    return directory;
  }

  private void addUser(String uid, String place, String... more) {
    List<String> ldif =
        new ArrayList<>(
            List.of("dn: uid=" + uid + "," + place, "objectClass: person", "uid: " + uid));
    ldif.addAll(List.of(more));
    server.add(ldif.toArray(String[]::new));
  }

  private static void assertOrganization(UserDirectory directory, String uid, String expected) {
    assertThat(directory.findUser(uid).map(User::organizationId)).contains(expected);
  }

  @Test
  void fixed_byDefault_isTheDomain() {
    addUser("anna", "ou=people," + BASE);
    UserDirectory directory = directory("base-dn", "DC=Example,DC=com");

    assertOrganization(directory, "anna", "example.com");
    assertThat(directory.organizationExists("example.com")).isTrue();
    assertThat(directory.organizationExists("Example.com")).isFalse();
  }

  @Test
  void fixed_asSet_asksNobody() {
    UserDirectory directory = directory("organization.fixed", "Acme");

    assertThat(directory.organizationExists("Acme")).isTrue();
    assertThat(directory.organizationExists("acme")).isFalse();
    assertThat(directory.organizationExists("")).isFalse();
    assertThat(searches.take()).isEmpty();
  }

  @Test
  void attribute_ofUser_isItsOrganization() {
    addUser("anna", "ou=people," + BASE, "o: Acme");
    UserDirectory directory = directory("organization.attribute", "o");

    assertOrganization(directory, "anna", "Acme");
    assertThat(directory.organizationExists("Acme")).isTrue();
    assertThat(directory.organizationExists("acme")).isFalse();
    assertThat(directory.organizationExists("Acme ")).isFalse();
    assertThat(directory.organizationExists("Acm*")).isFalse();
  }

  @Test
  void attribute_thatUserLacks_makesItAbsent() {
    addUser("anna", "ou=people," + BASE);

    assertThat(directory("organization.attribute", "o").findUser("anna")).isEmpty();
  }

  @Test
  void attribute_ofTwoValues_couldNotTell() {
    addUser("anna", "ou=people," + BASE, "o: Acme", "o: Other");
    UserDirectory directory = directory("organization.attribute", "o");

    assertThatThrownBy(() -> directory.findUser("anna"))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessage(
            "the attribute o of uid=anna,ou=people,dc=example,dc=com has more than one value");
  }

  @Test
  void attribute_ofEntryThatIsNoUser_isNoOrganization() {
    server.add("dn: cn=printer,ou=people," + BASE, "objectClass: device", "o: Acme");
    addUser("anna", "ou=people," + BASE, "o: Other");

    assertThat(directory("organization.attribute", "o").organizationExists("Acme")).isFalse();
  }

  @Test
  void attribute_inManySpellings_isFoundInEach() {
    for (int i = 0; i < 300; i++) {
      addUser("user" + i, "ou=people," + BASE, "o: " + (i == 299 ? "ACME" : "acme"));
    }
    UserDirectory directory = directory("organization.attribute", "o");

    assertThat(directory.organizationExists("acme")).isTrue();
    assertThat(directory.organizationExists("ACME")).isTrue();
    assertThat(directory.organizationExists("Acme")).isFalse();
  }

  @Test
  void attribute_inTooManySpellings_couldNotTell() {
    for (int i = 0; i < 1001; i++) {
      addUser("user" + i, "ou=people," + BASE, "o: acme");
    }
    UserDirectory directory = directory("organization.attribute", "o");
    searches.take();

    assertThat(directory.organizationExists("acme")).isTrue();
    assertThat(searches.take()).extracting(ReadOnlySearchRequest::getSizeLimit).containsExactly(1);
    assertThatThrownBy(() -> directory.organizationExists("ACME"))
        .isInstanceOf(ProviderUnavailableException.class);
    assertThat(searches.take())
        .extracting(ReadOnlySearchRequest::getSizeLimit)
        .containsExactly(1, 1000);
  }

  @Test
  void entries_ofOrganizations_areThoseThatExist() {
    server.add("dn: cn=one,ou=tenants," + BASE, "objectClass: organization", "o: Acme");
    addUser("anna", "ou=people," + BASE, "departmentNumber: Acme");
    addUser("berta", "ou=people," + BASE, "departmentNumber: Other");
    UserDirectory directory =
        directory(
            "organization.attribute", "departmentNumber",
            "organizations.base-dn", "ou=tenants," + BASE,
            "organizations.id-attribute", "o");

    assertOrganization(directory, "anna", "Acme");
    assertThat(directory.organizationExists("Acme")).isTrue();
    assertThat(directory.organizationExists("acme")).isFalse();
    assertThat(directory.organizationExists("Other")).isFalse();
  }

  @Test
  void dnComponent_rightUnderTheBase_isTheOrganization() {
    addUser("anna", "ou=Acme,ou=tenants," + BASE);
    addUser("berta", "ou=sales,ou=Acme,ou=tenants," + BASE);
    UserDirectory directory = byPlace();

    assertOrganization(directory, "anna", "Acme");
    assertOrganization(directory, "berta", "Acme");
    assertThat(directory.organizationExists("Acme")).isTrue();
  }

  @Test
  void dnComponent_ofUserElsewhere_makesItAbsent() {
    addUser("anna", "ou=people," + BASE);
    addUser("berta", "ou=tenants," + BASE);
    addUser("carl", "o=Acme,ou=tenants," + BASE);
    addUser("dora", "ou=Acme+o=x,ou=tenants," + BASE);
    addUser("emil", "ou=Acme,ou=people," + BASE);
    UserDirectory directory = byPlace();

    for (String user : List.of("anna", "berta", "carl", "dora", "emil")) {
      assertThat(directory.findUser(user)).as(user).isEmpty();
    }
  }

  @Test
  void dnComponent_ofEntryOfTheOrganizationItself_isNoUserOfIt() {
    server.add("dn: ou=Acme,ou=tenants," + BASE, "objectClass: person", "ou: Acme", "uid: acme");

    assertThat(byPlace().findUser("acme")).isEmpty();
  }

  @Test
  void dnComponent_comparesCharacterByCharacter() {
    server.add("dn: ou=Acme,ou=tenants," + BASE, "objectClass: organizationalUnit", "ou: Acme");
    server.add("dn: ou=deep,ou=Acme,ou=tenants," + BASE, "objectClass: organizationalUnit");
    UserDirectory directory = byPlace();

    assertThat(directory.organizationExists("Acme")).isTrue();
    for (String id :
        List.of("acme", "ACME", "Acme ", "Acme,ou=tenants", "deep", "deep,ou=Acme", "*", "")) {
      assertThat(directory.organizationExists(id)).as(id).isFalse();
    }
  }

  @Test
  void dnComponent_withoutBase_isUnderTheUsers() {
    addUser("anna", "ou=Acme,ou=people," + BASE);
    UserDirectory directory =
        directory("users.base-dn", "ou=people," + BASE, "organization.dn-component", "ou");

    assertOrganization(directory, "anna", "Acme");
  }

  @Test
  void check_withoutTheBaseOfOrganizations_namesItsKey() {
    addUser("anna", "ou=people," + BASE);

    assertThat(byPlace().check().problem())
        .contains(
            "the directory has no entry ou=tenants,dc=example,dc=com, or does not show it to us:"
                + " ldap.organization.base-dn");
  }

  private UserDirectory byPlace() {
    return directory(
        "organization.dn-component", "ou", "organization.base-dn", "ou=tenants," + BASE);
  }
}
