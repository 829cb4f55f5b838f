package io.latchkey.ldap.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import io.latchkey.spi.ProviderUnavailableException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdAttributeTest {

  private static final String GUID = "195f3990-b51a-4a1b-9e96-86c66cb18d11";
  private static final byte[] GUID_OCTETS =
      HexFormat.of().parseHex("90395f191ab51b4a9e9686c66cb18d11");

  private static final IdAttribute UID = IdAttribute.named("uid");
  private static final IdAttribute OBJECT_GUID = IdAttribute.named("OBJECTguid");

  @Test
  void octets_ofGuid_areMixedEndian() {
    assertThat(OBJECT_GUID.octets(GUID).map(ASN1OctetString::getValue)).contains(GUID_OCTETS);
  }

  @Test
  void equalTo_ofGuid_asksForItsOctets() {
    assertThat(OBJECT_GUID.octets(GUID).map(OBJECT_GUID::equalTo))
        .contains(Filter.createEqualityFilter("OBJECTguid", GUID_OCTETS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "195F3990-B51A-4A1B-9E96-86C66CB18D11",
        "{195f3990-b51a-4a1b-9e96-86c66cb18d11}",
        "195f3990b51a4a1b9e9686c66cb18d11",
        "195f3990-b51a-4a1b-9e96-86c66cb18d1",
        "95f3990-b51a-4a1b-9e96-86c66cb18d11",
        "1-1-1-1-1",
        "195f3990-b51a-4a1b-9e96-86c66cb18d11\n",
        " 195f3990-b51a-4a1b-9e96-86c66cb18d11",
        "195f3990-b51a-4a1b-9e96-86c66cb18d1\u0661"
      })
  void octets_ofAnotherTextOfGuid_areNone(String text) {
    assertThat(OBJECT_GUID.octets(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "entryUUID, 597ae2f6-16a6-1027-98f4-d28b5365dc14, true",
    "entryUUID, 597AE2F6-16a6-1027-98f4-d28b5365dc14, false",
    "entryUUID, 597ae2f616a6102798f4d28b5365dc14, false",
    "nsUniqueId, 66446001-1dd211b2-66225011-2ee211db, true",
    "nsUniqueId, 66446001-1DD211b2-66225011-2ee211db, false",
    "nsUniqueId, 66446001-1dd2-11b2-6622-50112ee211db, false",
    "mS-DS-ConsistencyGuid, 195f3990-b51a-4a1b-9e96-86c66cb18d11, true",
    "ipaUniqueID, Any Text, true"
  })
  void octets_ofText_areThereIfItIsOfTheForm(String attribute, String text, boolean there) {
    assertThat(IdAttribute.named(attribute).octets(text).isPresent()).isEqualTo(there);
  }

  @Test
  void octets_ofText_areUtf8() {
    assertThat(UID.octets("\u00e9").map(ASN1OctetString::getValue))
        .contains(HexFormat.of().parseHex("c3a9"));
  }

  @Test
  void octets_ofLongestId_areThere() {
    assertThat(UID.octets("x".repeat(200))).isPresent();
    assertThat(UID.octets("x".repeat(201))).isEmpty();
  }

  @Test
  void isIn_comparesOctets() {
    ASN1OctetString octets = UID.octets("bot").orElseThrow();

    assertThat(UID.isIn(entry("bot"), octets)).isTrue();
    assertThat(UID.isIn(entry("other", "bot"), octets)).isTrue();
    assertThat(UID.isIn(entry("Bot"), octets)).isFalse();
    assertThat(UID.isIn(entry("bot "), octets)).isFalse();
    assertThat(UID.isIn(new Entry("cn=x"), octets)).isFalse();
  }

  @Test
  void isIn_ofAttributeInALanguage_isFalse() {
    Entry entry = new Entry("cn=x", new Attribute("uid;lang-en", "bot"));

    assertThat(UID.isIn(entry, UID.octets("bot").orElseThrow())).isFalse();
  }

  @Test
  void idIn_ofOneValue_isIt() {
    assertThat(UID.idIn(entry("bot"))).contains("bot");
    assertThat(UID.idIn(new Entry("cn=x"))).isEqualTo(Optional.empty());
  }

  @Test
  void idIn_ofSeveralValues_couldNotTell() {
    assertThatThrownBy(() -> UID.idIn(entry("a", "b")))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessage("the attribute uid of cn=x has more than one value");
  }

  @Test
  void idIn_ofWhatIsNoId_couldNotTell() {
    byte[] latin1 = {(byte) 0xe9};
    for (Attribute value :
        List.of(
            new Attribute("uid", latin1),
            new Attribute("uid", ""),
            new Attribute("uid", "a\u0000"),
            new Attribute("uid", "x".repeat(201)))) {
      assertThatThrownBy(() -> UID.idIn(new Entry("cn=x", value)))
          .isInstanceOf(ProviderUnavailableException.class)
          .hasMessage("the attribute uid of cn=x holds what can be no id");
    }
  }

  private static Entry entry(String... values) {
    return new Entry("cn=x", new Attribute("uid", values));
  }
}
