package io.latchkey.ldap.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import io.latchkey.ldap.DirectoryContext;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * No id finds anything but its own entry: with an entry for each {@link HostileIds}, each finds
 * that one, and the others find nothing. The same of organizations, by attribute and by place.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HostileIdsContract {

  private static final List<String> IDS = HostileIds.storable();

  private final Map<String, String> loginById = new HashMap<>();
  private final Map<String, String> loginByPlace = new HashMap<>();
  private DirectoryContext byAttribute;
  private DirectoryContext byPlace;
  private UserDirectory users;
  private UserDirectory places;

  /** A connection that may write. */
  abstract LDAPInterface server();

  abstract String baseDn();

  /** An attribute of people that holds any text. */
  String idAttribute() {
    return "uid";
  }

  abstract DirectoryContext context(Map<String, String> keys);

  @BeforeAll
  void fill() throws LDAPException {
    add(unit(new RDN("ou", "hostile"), baseDn()));
    add(unit(new RDN("ou", "users"), base()));
    add(unit(new RDN("ou", "places"), base()));
    for (int i = 0; i < IDS.size(); i++) {
      String login = "login-" + i;
      assertThat(add(user(login, IDS.get(i), "ou=users," + base())))
          .as("answer to the entry of %s", HostileIds.shown(IDS.get(i)))
          .isEqualTo(ResultCode.SUCCESS);
      loginById.put(IDS.get(i), login);
      addPlace(IDS.get(i), "user-of-" + i);
    }
    byAttribute = context(keys("ou=users,", Map.of("organization.attribute", "o")));
    byPlace = context(keys("ou=places,", Map.of("organization.dn-component", "ou")));
    users = byAttribute.users();
    places = byPlace.users();
  }

  @AfterAll
  void close() {
    users.close();
    places.close();
    byAttribute.close();
    byPlace.close();
  }

  private String base() {
    return "ou=hostile," + baseDn();
  }

  private Map<String, String> keys(String container, Map<String, String> organization) {
    Map<String, String> keys = new HashMap<>(organization);
    keys.put("preset", "openldap");
    keys.put("base-dn", baseDn());
    keys.put("users.base-dn", container + base());
    keys.put("users.filter", "(objectClass=inetOrgPerson)");
    keys.put("users.id-attribute", idAttribute());
    keys.put("users.login-attribute", "cn");
    return keys;
  }

  private static Entry unit(RDN rdn, String parent) throws LDAPException {
    return new Entry(
        new DN(rdn, new DN(parent)),
        new Attribute("objectClass", "organizationalUnit"),
        new Attribute("ou", rdn.getAttributeValues()[0]));
  }

  /**
   * The DN has nothing of the id, so that ids which a server takes for one may be there at once.
   */
  private Entry user(String login, String id, String parent) {
    return new Entry(
        "cn=" + login + "," + parent,
        new Attribute("objectClass", "inetOrgPerson"),
        new Attribute("cn", login),
        new Attribute("sn", "hostile"),
        new Attribute(idAttribute(), id),
        new Attribute("o", id));
  }

  /**
   * Of places that a server takes for one, the first is there; some blanks name none. 389 Directory
   * Server calls a place by another name where there are more blanks than it likes.
   */
  private void addPlace(String id, String login) throws LDAPException {
    String parent = "ou=places," + base();
    Entry place = unit(new RDN("ou", id), parent);
    ResultCode answer = add(place);
    assertThat(answer)
        .as("answer to the place of %s", HostileIds.shown(id))
        .isIn(
            ResultCode.SUCCESS,
            ResultCode.ENTRY_ALREADY_EXISTS,
            ResultCode.INVALID_ATTRIBUTE_SYNTAX,
            ResultCode.INVALID_DN_SYNTAX);
    if (answer.equals(ResultCode.SUCCESS)) {
      RDN spelled = server().getEntry(place.getDN()).getParsedDN().getRDN();
      if (spelled.getAttributeValues()[0].equals(id)) {
        loginByPlace.put(id, login);
        add(user(login, login, place.getDN()));
      } else {
        server().delete(place.getDN());
      }
    }
  }

  private ResultCode add(Entry entry) {
    try {
      return server().add(entry).getResultCode();
    } catch (LDAPException e) {
      return e.getResultCode();
    }
  }

  @TestFactory
  Stream<DynamicTest> findUser_findsItsOwnEntryAlone() {
    return of(
        IDS,
        id ->
            assertThat(users.findUser(id))
                .contains(new User(id, id, UserKind.HUMAN, UserState.ACTIVE, loginById.get(id))));
  }

  @TestFactory
  Stream<DynamicTest> findUser_ofIdThatNoEntryHas_isAbsent() {
    return of(HostileIds.nowhere(), id -> assertThat(users.findUser(id)).isEmpty());
  }

  @TestFactory
  Stream<DynamicTest> organizationExists_byAttribute_isTrue() {
    return of(IDS, id -> assertThat(users.organizationExists(id)).isTrue());
  }

  @TestFactory
  Stream<DynamicTest> organizationExists_byAttributeThatNoUserHas_isFalse() {
    return of(HostileIds.nowhere(), id -> assertThat(users.organizationExists(id)).isFalse());
  }

  @TestFactory
  Stream<DynamicTest> organizationExists_byPlace_isTrueOfThoseThatAreThere() {
    return of(
        IDS,
        id -> assertThat(places.organizationExists(id)).isEqualTo(loginByPlace.containsKey(id)));
  }

  @TestFactory
  Stream<DynamicTest> organizationExists_byPlaceThatIsNotThere_isFalse() {
    return of(HostileIds.nowhere(), id -> assertThat(places.organizationExists(id)).isFalse());
  }

  @TestFactory
  Stream<DynamicTest> findUser_belowPlace_belongsToIt() {
    return of(
        loginByPlace.keySet().stream().sorted().toList(),
        id ->
            assertThat(places.findUser(loginByPlace.get(id)).map(User::organizationId))
                .contains(id));
  }

  /** Otherwise the tests above would say nothing of places. */
  @Test
  void places_thatAreNotTakenForOthers_areThere() {
    assertThat(loginByPlace.keySet())
        .hasSizeGreaterThan(IDS.size() / 2)
        .contains("*", "a,b", "#a", "\\2a", "\"");
  }

  private interface Assertion {
    void on(String id);
  }

  private static Stream<DynamicTest> of(List<String> ids, Assertion assertion) {
    return ids.stream().map(id -> dynamicTest(HostileIds.shown(id), () -> assertion.on(id)));
  }
}
