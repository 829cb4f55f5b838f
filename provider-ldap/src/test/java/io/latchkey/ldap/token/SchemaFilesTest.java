package io.latchkey.ldap.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import com.unboundid.ldap.sdk.schema.ObjectClassDefinition;
import com.unboundid.ldif.LDIFReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The three files define the same. */
class SchemaFilesTest {

  private static final String ARC = "2.25.126141571656938834594594808777542238580";

  @Test
  void definitions_areTheSameInAllFiles() throws Exception {
    List<String> types = values("389ds.ldif", "attributeTypes");
    List<String> classes = values("389ds.ldif", "objectClasses");

    assertThat(types).hasSize(14);
    assertThat(values("openldap.ldif", "olcAttributeTypes")).isEqualTo(types);
    assertThat(statements("latchkey.schema", "attributetype")).isEqualTo(types);
    assertThat(classes).hasSize(3);
    assertThat(values("openldap.ldif", "olcObjectClasses")).isEqualTo(classes);
    assertThat(statements("latchkey.schema", "objectclass")).isEqualTo(classes);
  }

  @Test
  void oids_areOurOwnAndUnique() throws Exception {
    assertThat(attributeTypes())
        .extracting(AttributeTypeDefinition::getOID)
        .doesNotHaveDuplicates()
        .allMatch(oid -> oid.startsWith(ARC + ".1."));
    assertThat(objectClasses())
        .extracting(ObjectClassDefinition::getOID)
        .doesNotHaveDuplicates()
        .allMatch(oid -> oid.startsWith(ARC + ".2."));
  }

  @Test
  void definitions_sayWhatTheyAreAndHowTheyCompare() throws Exception {
    assertThat(attributeTypes())
        .allSatisfy(
            type -> {
              assertThat(type.getNameOrOID()).startsWith("latchkey");
              assertThat(type.getDescription()).isNotBlank();
              assertThat(type.getEqualityMatchingRule()).isNotBlank();
            });
    assertThat(objectClasses())
        .allSatisfy(
            type -> {
              assertThat(type.getNameOrOID()).startsWith("latchkey");
              assertThat(type.getDescription()).isNotBlank();
            });
  }

  @Test
  void objectClasses_nameNoAttributeThatIsNotDefined() throws Exception {
    List<String> names =
        attributeTypes().stream().map(AttributeTypeDefinition::getNameOrOID).toList();

    assertThat(objectClasses())
        .flatExtracting(
            type ->
                Stream.of(type.getRequiredAttributes(), type.getOptionalAttributes())
                    .flatMap(Arrays::stream)
                    .toList())
        .isSubsetOf(names);
  }

  /** 389 Directory Server takes the comments before a blank line for an entry without a name. */
  @Test
  void fileOf389_hasNoBlankLine() throws Exception {
    assertThat(text("389ds.ldif").lines()).noneMatch(String::isBlank);
  }

  private static List<AttributeTypeDefinition> attributeTypes() throws Exception {
    return values("389ds.ldif", "attributeTypes").stream()
        .map(SchemaFilesTest::attributeType)
        .toList();
  }

  private static AttributeTypeDefinition attributeType(String text) {
    try {
      return new AttributeTypeDefinition(text);
    } catch (LDAPException e) {
      throw new AssertionError(text, e);
    }
  }

  private static List<ObjectClassDefinition> objectClasses() throws Exception {
    return values("389ds.ldif", "objectClasses").stream()
        .map(SchemaFilesTest::objectClass)
        .toList();
  }

  private static ObjectClassDefinition objectClass(String text) {
    try {
      return new ObjectClassDefinition(text);
    } catch (LDAPException e) {
      throw new AssertionError(text, e);
    }
  }

  private static List<String> values(String file, String attribute) throws Exception {
    try (LDIFReader reader = new LDIFReader(open(file))) {
      Entry entry = reader.readEntry();
      return Arrays.stream(entry.getAttributeValues(attribute))
          .map(SchemaFilesTest::squeezed)
          .toList();
    }
  }

  /** The statements of slapd.conf: what follows the word, with its indented lines. */
  private static List<String> statements(String file, String word) throws IOException {
    return Pattern.compile("^" + word + " (.*(?:\\n +.*)*)", Pattern.MULTILINE)
        .matcher(text(file))
        .results()
        .map(result -> squeezed(result.group(1)))
        .toList();
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String text(String file) throws IOException {
    try (InputStream in = open(file)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static InputStream open(String file) {
    return SchemaFilesTest.class.getResourceAsStream("/io/latchkey/ldap/schema/" + file);
  }
}
