package io.latchkey.hibernate.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportFileTest {

  private static final Set<String> ROLES = Set.of("IAM_OWNER", "ORG_OWNER");

  @TempDir private Path directory;

  @Test
  void read_ofWhatIsLeftOut_takesTheDefaults() throws Exception {
    ImportFile file =
        read(
            "{'organizations':[{'id':'o'}],'users':[{'id':'u','organization':'o','kind':'human'}]}");

    assertThat(file.organizations().get(0).organization().name()).isEqualTo("o");
    assertThat(file.users().get(0).user().loginName()).isEqualTo("u");
    assertThat(file.users().get(0).user().state()).hasToString("ACTIVE");
    assertThat(file.memberships()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                | users.json: is empty",
        "{                                 | users.json:1:2: is not JSON: Unexpected end-of-input",
        "[]                                | users.json:1:1: the file must be an object, not an array",
        "{} {}                             | users.json:1:4: nothing may follow the end",
        "{'user':[]}                       | users.json:1:2: \"user\" is not a field of the file;"
            + " did you mean \"users\"?",
        "{'zzzzzz':[]}                     | users.json:1:2: \"zzzzzz\" is not a field of the file;"
            + " known are organizations, users, memberships",
        "{'users':[],'users':[]}           | users.json:1:13: the field \"users\" stands twice",
        "{'users':7}                       | users.json:1:10: the field \"users\" must be an array,"
            + " not a number",
        "{'organizations':[null]}          | users.json:1:19: an organization must be an object, not"
            + " null",
        "{'organizations':[{}]}            | users.json:1:19: an organization must have \"id\"",
        "{'organizations':[{'id':''}]}     | users.json:1:25: the field \"id\" must have 1 to 200"
            + " characters, not 0",
        "{'organizations':[{'id':true}]}   | users.json:1:25: the field \"id\" must be a text, not"
            + " true",
        "{'organizations':[{'id':'o'},{'id':'o'}]} | users.json:1:36: the organization \"o\" stands"
            + " twice",
        "{'users':[{'id':'ci','organization':'acme','kind':'machine'}]} | users.json:1:37: the user"
            + " \"ci\" names the organization \"acme\", which is not in this file nor in the"
            + " directory",
        "{'users':[{'id':'u','organization':'there','kind':'robot'}]} | users.json:1:51: \"robot\" is"
            + " not a kind of a user; known are human, machine",
        "{'users':[{'id':'u','organization':'there','kind':'human','state':'lockd'}]} |"
            + " users.json:1:67: \"lockd\" is not a state of a user; did you mean \"locked\"?",
        "{'memberships':[{'user':'nobody','roles':['ORG_OWNER']}]} | users.json:1:25: the membership"
            + " names the user \"nobody\", which is not in this file nor in the directory",
        "{'memberships':[{'user':'known','roles':[]}]} | users.json:1:17: the membership of the user"
            + " \"known\" must have at least one role",
        "{'memberships':[{'user':'known'}]} | users.json:1:17: a membership must have \"roles\"",
        "{'memberships':[{'user':'known','roles':['ORG_OWNR']}]} | users.json:1:42: \"ORG_OWNR\" is"
            + " not a role; did you mean \"ORG_OWNER\"?",
        "{'memberships':[{'user':'known','organization':'x','roles':['ORG_OWNER']}]} |"
            + " users.json:1:48: the user \"known\" names the organization \"x\", which is not in this"
            + " file nor in the directory",
        "{'memberships':[{'user':'known','roles':['ORG_OWNER']},{'user':'known','roles':['ORG_OWNER']}]}"
            + " | users.json:1:64: the membership of the user \"known\" stands twice",
      })
  void read_ofWhatIsWrong_saysWhereAndWhat(String json, String sentence) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(
            InvalidFile.class,
            e -> assertThat(e.sentence(Path.of("users.json"))).startsWith(sentence));
  }

  @Test
  void read_ofSecondLine_countsLinesAndColumns() {
    assertThatThrownBy(() -> read("{\n  'users': [\n    {'id': 5}\n  ]\n}"))
        .isInstanceOfSatisfying(
            InvalidFile.class,
            e -> assertThat(e.sentence(Path.of("f"))).startsWith("f:3:12: the field \"id\""));
  }

  @Test
  void read_ofTextThatIsTooLong_isRefused() {
    assertThatThrownBy(() -> read("{'organizations':[{'id':'" + "x".repeat(201) + "'}]}"))
        .hasMessage("the field \"id\" must have 1 to 200 characters, not 201");
  }

  @Test
  void read_ofOtherEncoding_saysWhere() throws IOException {
    Path file = Files.write(directory.resolve("users.json"), "{\n\"ü".getBytes(ISO_8859_1));

    assertThatThrownBy(() -> ImportFile.read(file))
        .isInstanceOfSatisfying(
            InvalidFile.class,
            e -> assertThat(e.sentence(file)).isEqualTo("users.json:2:2: is not UTF-8"));
  }

  @Test
  void read_ofMissingFile_isRefused() {
    assertThatThrownBy(() -> ImportFile.read(directory.resolve("none.json")))
        .hasMessage("does not exist in " + directory);
  }

  @Test
  void read_ofDirectory_isRefused() {
    assertThatThrownBy(() -> ImportFile.read(directory)).hasMessage("is a directory, not a file");
  }

  private ImportFile read(String json) throws IOException {
    String text = json == null ? "" : json.replace('\'', '"');
    ImportFile file = ImportFile.read(Files.writeString(directory.resolve("users.json"), text));
    file.check(Set.of("there"), Set.of("known"), ROLES);
    return file;
  }
}
