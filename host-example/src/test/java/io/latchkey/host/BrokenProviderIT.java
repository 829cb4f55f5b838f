package io.latchkey.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.core.provider.CheckerSource;
import io.latchkey.core.provider.SourceJar;
import io.latchkey.spi.permission.PermissionCheckerFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar in the folder that is broken keeps the server from starting, by one sentence. */
class BrokenProviderIT {

  private static final String BROKEN =
      "the PermissionChecker provider in providers/x.jar is broken: ";

  @TempDir private Path folder;

  @Test
  void file_thatIsNoZip() throws Exception {
    Files.createDirectory(folder.resolve("providers"));
    Files.writeString(folder.resolve("providers/x.jar"), "this is no jar");
    refused("the provider jar providers/x.jar is not a zip file, or is damaged or cut off");
  }

  @Test
  void jar_thatIsCutOff_inAFolder() throws Exception {
    Path jar = DropInProvider.put(new CheckerSource().jar(), folder, "small/x.jar");
    byte[] whole = Files.readAllBytes(jar);
    Files.write(jar, Arrays.copyOf(whole, whole.length / 2));
    refused("the provider jar providers/small/x.jar is not a zip file, or is damaged or cut off");
  }

  @Test
  void serviceFile_thatNamesAMissingClass() throws Exception {
    put(new SourceJar().service(PermissionCheckerFactory.class, "com.example.Gone"));
    refused(BROKEN + "Provider com.example.Gone not found");
  }

  @Test
  void factory_thatThrows() throws Exception {
    put(
        new CheckerSource()
            .factory("public Factory() { throw new IllegalStateException(\"no luck\"); }")
            .jar());
    refused(
        BROKEN
            + "Provider com.example.Factory could not be instantiated:"
            + " java.lang.IllegalStateException: no luck");
  }

  @Test
  void factory_thatCannotBeLinked() throws Exception {
    put(
        new CheckerSource()
            .create("new org.lib.Library(); return null;")
            .jar()
            .against("org.lib.Library", "package org.lib; public class Library {}"));
    refused(
        "the PermissionChecker provider small (providers/x.jar) cannot be made:"
            + " it needs the class org.lib.Library, which is not there",
        "--provider.permissions=small");
  }

  @Test
  void jar_thatStatesANewerSpi() throws Exception {
    put(new CheckerSource().jar().stating("Latchkey-SPI-Version", "0.2.0"));
    refused(
        "the provider jar providers/x.jar was built for a newer SPI:"
            + " it needs SPI 0.2, and this host has SPI 0.1");
  }

  @Test
  void jar_thatUsesANewerSpi() throws Exception {
    put(
        new CheckerSource()
            .check("return new io.latchkey.spi.Vault().check();")
            .jar()
            .against(
                "io.latchkey.spi.Vault",
                "package io.latchkey.spi; public class Vault { public CheckResult check() { return null; } }"));
    refused(
        "the provider jar providers/x.jar was built for a newer SPI:"
            + " it needs io.latchkey.spi.Vault, and this host has SPI 0.1");
  }

  @Test
  void jars_thatShareAnId() throws Exception {
    put(new CheckerSource().jar());
    DropInProvider.put(new CheckerSource().jar(), folder, "y.jar");
    refused(
        "two PermissionChecker providers have one id:"
            + " small (providers/x.jar), small (providers/y.jar); remove one");
  }

  @Test
  void jar_thatSharesAnIdWithOneThatIsBuiltIn() throws Exception {
    put(new CheckerSource().id("ldap").jar());
    refused(
        "two PermissionChecker providers have one id:"
            + " ldap (latchkey-host.jar), ldap (providers/x.jar); remove one");
  }

  @Test
  void library_thatLiesBesideTheProviders() throws Exception {
    put(new SourceJar().with("org.lib.Library", "package org.lib; class Library {}"));
    refused(
        "there is no provider in providers/x.jar;"
            + " a library belongs into a folder with the provider that needs it");
  }

  @Test
  void folder_thatIsConfiguredAndMissing_orIsAFile() throws Exception {
    refused("provider.dir is providers, which does not exist", "--provider.dir=./providers");
    Files.writeString(folder.resolve("providers"), "");
    refused("provider.dir is providers, which is not a folder");
  }

  @Test
  void key_ofAProviderInAJar_thatIsNotKnown() throws Exception {
    put(
        new CheckerSource()
            .factory(
                "public List<ConfigKey<?>> keys() { return List.of(ConfigKey.string(\"colour\", \"\")); }")
            .jar());
    refused(
        "unknown key small.color on the command line; did you mean small.colour?",
        "--small.color=red");
  }

  @Test
  void help_isThereAllTheSame() throws Exception {
    put(new CheckerSource().jar().stating("Latchkey-SPI-Version", "9.0"));
    try (HostProcess process = HostProcess.start(folder, Map.of(), "--help", "--provider.dir=no")) {
      assertThat(process.awaitExit()).isEqualTo(0);
      assertThat(process.output()).contains("  provider.dir", "  http.port");
    }
  }

  private void put(SourceJar jar) throws Exception {
    DropInProvider.put(jar, folder, "x.jar");
  }

  private void refused(String sentence, String... flags) throws Exception {
    try (HostProcess process = HostProcess.start(folder, Map.of(), flags)) {
      int status = process.awaitExit();
      assertThat(process.output()).containsExactly("latchkey: " + sentence);
      assertThat(status).isEqualTo(1);
    }
    assertThat(folder.resolve("latchkey-data")).doesNotExist();
  }
}
