package io.latchkey.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.core.provider.CheckerSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar latchkey-host.jar providers}. */
class ProvidersCommandIT {

  /** The version of the build, which has its place in the table; expected tables are as wide. */
  private static final String VERSION = "%-14s".formatted(System.getProperty("latchkey.version"));

  @TempDir private Path folder;

  @Test
  void list_withoutAFolder_isOfWhatIsBuiltIn() throws Exception {
    prints(
        0,
        """
        interface          id       jar       version         chosen                               health
        TokenStore         default  built in  0.1.0-SNAPSHOT  yes                                  up
        TokenStore         ldap     built in  0.1.0-SNAPSHOT  no, provider.store is default        -
        UserDirectory      default  built in  0.1.0-SNAPSHOT  yes                                  up
        UserDirectory      ldap     built in  0.1.0-SNAPSHOT  no, provider.directory is default    -
        PermissionChecker  default  built in  0.1.0-SNAPSHOT  yes                                  up
        PermissionChecker  ldap     built in  0.1.0-SNAPSHOT  no, provider.permissions is default  -
        """);
  }

  @Test
  void list_withJars_namesThemAndTheirVersions() throws Exception {
    DropInProvider.put(DropInProvider.memory(), folder, "memory.jar");
    DropInProvider.put(new CheckerSource().jar(), folder, "small/provider.jar");
    Files.writeString(folder.resolve("providers/README"), "left alone");
    Files.createDirectory(folder.resolve("providers/.hidden"));
    prints(
        0,
        """
        interface          id       jar                   version         chosen                              health
        TokenStore         default  built in              0.1.0-SNAPSHOT  no, provider.store is memory        -
        TokenStore         ldap     built in              0.1.0-SNAPSHOT  no, provider.store is memory        -
        TokenStore         memory   providers/memory.jar  7.1             yes                                 up
        UserDirectory      default  built in              0.1.0-SNAPSHOT  no, provider.directory is memory    -
        UserDirectory      ldap     built in              0.1.0-SNAPSHOT  no, provider.directory is memory    -
        UserDirectory      memory   providers/memory.jar  7.1             yes                                 up
        PermissionChecker  default  built in              0.1.0-SNAPSHOT  no, provider.permissions is memory  -
        PermissionChecker  ldap     built in              0.1.0-SNAPSHOT  no, provider.permissions is memory  -
        PermissionChecker  memory   providers/memory.jar  7.1             yes                                 up
        PermissionChecker  small    providers/small       -               no, provider.permissions is memory  -
        """,
        "--provider.store=memory",
        "--provider.directory=memory",
        "--provider.permissions=memory");
    assertThat(folder.resolve("latchkey-data")).doesNotExist();
  }

  @Test
  void provider_thatIsDown_isASentence() throws Exception {
    DropInProvider.put(DropInProvider.memoryStore(), folder, "memory.jar");
    DropInProvider.put(DropInProvider.telling("\"nobody  at\\n home\""), folder, "telling.jar");
    DropInProvider.put(
        new CheckerSource().check("throw new IllegalStateException(\"boom\");").jar(),
        folder,
        "x.jar");
    prints(
        1,
        """
        interface          id       jar                    version         chosen                             health
        TokenStore         default  built in               0.1.0-SNAPSHOT  no, provider.store is memory       -
        TokenStore         ldap     built in               0.1.0-SNAPSHOT  no, provider.store is memory       -
        TokenStore         memory   providers/memory.jar   7.1             yes                                up
        UserDirectory      default  built in               0.1.0-SNAPSHOT  no, provider.directory is telling  -
        UserDirectory      ldap     built in               0.1.0-SNAPSHOT  no, provider.directory is telling  -
        UserDirectory      telling  providers/telling.jar  -               yes                                down: nobody at home
        PermissionChecker  default  built in               0.1.0-SNAPSHOT  no, provider.permissions is small  -
        PermissionChecker  ldap     built in               0.1.0-SNAPSHOT  no, provider.permissions is small  -
        PermissionChecker  small    providers/x.jar        -               yes                                down: the PermissionChecker provider small (providers/x.jar) cannot be checked: java.lang.IllegalStateException: boom
        latchkey: nobody  at home
        latchkey: the PermissionChecker provider small (providers/x.jar) cannot be checked: java.lang.IllegalStateException: boom
        """,
        "--provider.store=memory",
        "--provider.directory=telling",
        "--provider.permissions=small");
  }

  @Test
  void jars_thatAreBroken_areInTheListWithTheOthers() throws Exception {
    DropInProvider.put(DropInProvider.memoryStore(), folder, "a.jar");
    DropInProvider.put(DropInProvider.memoryStore(), folder, "b.jar");
    Files.writeString(folder.resolve("providers/c.jar"), "this is no jar");
    prints(
        1,
        """
        interface          id       jar              version         chosen                               health
        TokenStore         default  built in         0.1.0-SNAPSHOT  no, provider.store is memory         -
        TokenStore         ldap     built in         0.1.0-SNAPSHOT  no, provider.store is memory         -
        TokenStore         memory   providers/a.jar  7.1             yes                                  up
        UserDirectory      default  built in         0.1.0-SNAPSHOT  yes                                  up
        UserDirectory      ldap     built in         0.1.0-SNAPSHOT  no, provider.directory is default    -
        PermissionChecker  default  built in         0.1.0-SNAPSHOT  yes                                  up
        PermissionChecker  ldap     built in         0.1.0-SNAPSHOT  no, provider.permissions is default  -
        -                  -        providers/b.jar  -               no, it is broken                     -
        -                  -        providers/c.jar  -               no, it is broken                     -
        latchkey: two TokenStore providers have one id: memory (providers/a.jar), memory (providers/b.jar); remove one
        latchkey: the provider jar providers/c.jar is not a zip file, or is damaged or cut off
        """,
        "--provider.store=memory");
  }

  @Test
  void choice_thatIsNotThere_isASentence() throws Exception {
    prints(
        1,
        """
        interface          id       jar       version         chosen                               health
        TokenStore         default  built in  0.1.0-SNAPSHOT  no, provider.store is cass           -
        TokenStore         ldap     built in  0.1.0-SNAPSHOT  no, provider.store is cass           -
        UserDirectory      default  built in  0.1.0-SNAPSHOT  yes                                  not tried
        UserDirectory      ldap     built in  0.1.0-SNAPSHOT  no, provider.directory is default    -
        PermissionChecker  default  built in  0.1.0-SNAPSHOT  yes                                  not tried
        PermissionChecker  ldap     built in  0.1.0-SNAPSHOT  no, provider.permissions is default  -
        latchkey: provider.store is "cass", but no TokenStore provider has that id; found: default (latchkey-host.jar), ldap (latchkey-host.jar)
        """,
        "--provider.store=cass");
  }

  @Test
  void setting_thatIsWrong_isTheSentenceOfAStart() throws Exception {
    endsWith("unknown key htp.port on the command line; did you mean http.port?", "--htp.port=1");
    endsWith(
        "the value \"65536\" of key http.port must be a whole number from 0 to 65535",
        "--http.port=65536");
    endsWith(
        "the value \"lk-\" of key token.prefix must be a letter, up to 18 letters and digits, and an underscore",
        "--token.prefix=lk-");
    endsWith("provider.dir is nowhere, which does not exist", "--provider.dir=nowhere");
  }

  private void endsWith(String sentence, String... flags) throws Exception {
    try (HostProcess process = start(flags)) {
      assertThat(process.awaitExit()).isEqualTo(1);
      assertThat(process.output()).last().isEqualTo("latchkey: " + sentence);
    }
  }

  private void prints(int status, String expected, String... flags) throws Exception {
    try (HostProcess process = start(flags)) {
      int exit = process.awaitExit();
      assertThat(process.output())
          .containsExactly(expected.replace("0.1.0-SNAPSHOT", VERSION).split("\n"));
      assertThat(exit).isEqualTo(status);
    }
  }

  private HostProcess start(String... flags) {
    return HostProcess.start(
        folder,
        Map.of(),
        Stream.concat(Stream.of("providers"), Stream.of(flags)).toArray(String[]::new));
  }
}
