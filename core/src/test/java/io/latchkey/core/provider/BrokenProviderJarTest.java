package io.latchkey.core.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.core.Latchkey;
import io.latchkey.core.config.Settings;
import io.latchkey.core.config.StartupException;
import io.latchkey.spi.permission.PermissionCheckerFactory;
import io.latchkey.tck.memory.InMemoryTokenStore;
import io.latchkey.tck.memory.InMemoryUserDirectory;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a jar is one sentence that names it. */
class BrokenProviderJarTest {

  @TempDir private Path folder;

  @Test
  void file_thatIsNoZip_orIsCutOff_orHasADamagedClass() throws Exception {
    Path jar = jar();
    Files.writeString(jar, "this is no jar");
    refused("the provider jar " + jar + " is not a zip file, or is damaged or cut off");

    Files.write(jar, new byte[0]);
    refused("the provider jar " + jar + " is not a zip file, or is damaged or cut off");

    byte[] whole = Files.readAllBytes(new CheckerSource().jar().write(jar));
    Files.write(jar, Arrays.copyOf(whole, whole.length * 2 / 3));
    refused("the provider jar " + jar + " is not a zip file, or is damaged or cut off");

    String start = "cafebabe0000003d";
    for (String damaged : List.of("cafe", start + "000907", start + "0002070063")) {
      new CheckerSource()
          .jar()
          .entry("com/example/Damaged.class", HexFormat.of().parseHex(damaged))
          .write(jar);
      refused("the provider jar " + jar + " is not a zip file, or is damaged or cut off");
    }
  }

  @Test
  void file_thatIsMissing_orHasAManifestThatIsNone() throws Exception {
    refused("the provider jar " + jar() + " cannot be read");

    new SourceJar().write(jar());
    try (FileSystem zip = FileSystems.newFileSystem(jar())) {
      Files.writeString(zip.getPath("META-INF/MANIFEST.MF"), "no manifest\n");
    }
    refused("the provider jar " + jar() + " cannot be read: invalid header field (line 1)");
  }

  @Test
  void folder_withoutAJar() throws Exception {
    Files.createDirectory(jar());
    refused("the provider folder " + jar() + " has no jar in it");
  }

  @Test
  void jar_withoutAProvider() throws Exception {
    new SourceJar().with("org.lib.Library", "package org.lib; class Library {}").write(jar());
    refused(
        "there is no provider in "
            + jar()
            + "; a library belongs into a folder with the provider that needs it");
  }

  @Test
  void serviceFile_thatNamesAMissingClass_orOneThatIsNoFactory_orNone() throws Exception {
    new SourceJar().service(PermissionCheckerFactory.class, "com.example.Gone").write(jar());
    refused(broken("Provider com.example.Gone not found"));

    new SourceJar()
        .with("com.example.Factory", "package com.example; public class Factory {}")
        .service(PermissionCheckerFactory.class, "com.example.Factory")
        .write(jar());
    refused(broken("com.example.Factory not a subtype"));

    new CheckerSource().jar().service(PermissionCheckerFactory.class, "not a class").write(jar());
    assertThatThrownBy(this::load)
        .isInstanceOf(StartupException.class)
        .hasMessageStartingWith(broken(""))
        .hasMessageContaining("PermissionCheckerFactory:1: Illegal configuration-file syntax");
  }

  @Test
  void factory_thatThrows() throws Exception {
    new CheckerSource()
        .factory("public Factory() { throw new IllegalStateException(\"no\\n  luck\"); }")
        .jar()
        .write(jar());
    refused(
        broken(
            "Provider com.example.Factory could not be instantiated:"
                + " java.lang.IllegalStateException: no luck"));

    new CheckerSource().factory("static final int N = Integer.parseInt(\"x\");").jar().write(jar());
    refused(
        broken(
            "Provider com.example.Factory could not be instantiated:"
                + " java.lang.NumberFormatException: For input string: \"x\""));

    new CheckerSource()
        .factory("public List<ConfigKey<?>> keys() { throw new Error(); }")
        .jar()
        .write(jar());
    refused(broken("java.lang.Error"));

    new CheckerSource().create("throw new NullPointerException();").jar().write(jar());
    refused(unmakeable("java.lang.NullPointerException"));

    new CheckerSource().create("return null;").jar().write(jar());
    refused(unmakeable("java.lang.NullPointerException: create() is null"));

    new CheckerSource()
        .create("throw new IllegalArgumentException(\"url must be set\");")
        .jar()
        .write(jar());
    refused(unmakeable("url must be set"));
  }

  @Test
  void factory_thatCannotBeLinked() throws Exception {
    String library = "package org.lib; public class Library { public void call() {} }";
    new CheckerSource()
        .factory("private final org.lib.Library library = new org.lib.Library();")
        .jar()
        .against("org.lib.Library", library)
        .write(jar());
    refused(
        broken(
            "Provider com.example.Factory could not be instantiated:"
                + " it needs the class org.lib.Library, which is not there"));

    new CheckerSource()
        .create("new org.lib.Library(); return null;")
        .jar()
        .against("org.lib.Library", library)
        .write(jar());
    refused(unmakeable("it needs the class org.lib.Library, which is not there"));
  }

  @Test
  void provider_thatCannotBeChecked_isDown() throws Exception {
    new CheckerSource().check("throw new IllegalStateException(\"boom\");").jar().write(jar());
    try (ProviderJar jar = ProviderJar.open(jar());
        Providers providers = open(jar)) {
      assertThat(providers.check().get("permissions").problem())
          .contains(
              "the PermissionChecker provider small ("
                  + jar()
                  + ") cannot be checked: java.lang.IllegalStateException: boom");
    }
  }

  @Test
  void jar_builtForANewerSpi_saysSoInItsManifest() throws Exception {
    new CheckerSource().jar().stating("Latchkey-SPI-Version", "0.2").write(jar());
    refused(newer("SPI 0.2"));

    new CheckerSource().jar().stating("Latchkey-SPI-Version", "1.0.0-rc.1").write(jar());
    refused(newer("SPI 1.0"));

    new CheckerSource().jar().stating("Latchkey-SPI-Version", "latest").write(jar());
    refused(
        "the provider jar "
            + jar()
            + " states \"latest\" as its Latchkey-SPI-Version, which is not a version such as 0.1");
  }

  @Test
  void jar_builtForThisSpi_isTaken() throws Exception {
    for (String version : new String[] {"0.1", "0.1.7", "0.0"}) {
      new CheckerSource().jar().stating("Latchkey-SPI-Version", version).write(jar());
      load();
    }
  }

  @Test
  void jar_thatUsesATypeOfANewerSpi_isRefusedThoughNothingRunsIt() throws Exception {
    new CheckerSource()
        .check("if (System.nanoTime() == 0) { new io.latchkey.spi.Vault(); } return null;")
        .jar()
        .against("io.latchkey.spi.Vault", "package io.latchkey.spi; public class Vault {}")
        .write(jar());
    refused(newer("io.latchkey.spi.Vault"));
  }

  @Test
  void jar_thatUsesAMethodOfANewerSpi_isRefusedThoughNothingRunsIt() throws Exception {
    String newer =
        """
        package io.latchkey.spi;

        public interface ProviderContext {
          ProviderConfig config();
          <R extends AutoCloseable> R shared(Class<R> type, java.util.function.Supplier<? extends R> make);
          default String vault() { return ""; }
        }
        """;
    new CheckerSource()
        .create("if (System.nanoTime() == 0) { context.vault(); } return new Checker();")
        .jar()
        .against("io.latchkey.spi.ProviderContext", newer)
        .write(jar());
    refused(newer("io.latchkey.spi.ProviderContext.vault()"));
  }

  @Test
  void jar_thatInheritsAMethodOfANewerSpi_isRefusedThoughNothingRunsIt() throws Exception {
    String newer =
        """
        package io.latchkey.spi;

        public interface Provider extends AutoCloseable {
          CheckResult check();
          void close();
          default String vault() { return ""; }
        }
        """;
    new CheckerSource()
        .check("if (System.nanoTime() == 0) { vault(); } hashCode(); close(); return null;")
        .jar()
        .against("io.latchkey.spi.Provider", newer)
        .write(jar());
    refused(newer("com.example.Checker.vault()"));
  }

  @Test
  void jar_thatUsesAllThatItsSpiInherits_isTaken() throws Exception {
    new CheckerSource()
        .create(
            """
            PermissionDecision decision = PermissionDecision.valueOf("PERMIT");
            PermissionChecker checker = new Checker();
            checker.hashCode();
            checker.check();
            decision.compareTo(PermissionDecision.values()[decision.ordinal()]);
            return checker;
            """)
        .jar()
        .write(jar());
    load();
  }

  @Test
  void ids_thatTwoJarsShare_nameBoth() throws Exception {
    Path first = new CheckerSource().jar().write(folder.resolve("a.jar"));
    new CheckerSource().jar().write(jar());
    try (ProviderJar one = ProviderJar.open(first);
        ProviderJar two = ProviderJar.open(jar())) {
      ProviderLookup lookup = lookup().with(one);
      assertThatThrownBy(() -> lookup.with(two))
          .isInstanceOf(StartupException.class)
          .hasMessage(
              "two PermissionChecker providers have one id: small ("
                  + first
                  + "), small ("
                  + jar()
                  + "); remove one");
    }
  }

  @Test
  void id_thatIsNotAllowed_namesTheJar() throws Exception {
    new CheckerSource().id("Small").jar().write(jar());
    refused(
        "the PermissionChecker provider com.example.Factory in "
            + jar()
            + " has an id that is not allowed: \"Small\"");
  }

  private Path jar() {
    return folder.resolve("x.jar");
  }

  private String broken(String reason) {
    return "the PermissionChecker provider in " + jar() + " is broken: " + reason;
  }

  private String unmakeable(String reason) {
    return "the PermissionChecker provider small (" + jar() + ") cannot be made: " + reason;
  }

  private String newer(String needed) {
    return "the provider jar "
        + jar()
        + " was built for a newer SPI: it needs "
        + needed
        + ", and this host has SPI 0.1";
  }

  private void refused(String sentence) {
    assertThatThrownBy(this::load).isInstanceOf(StartupException.class).hasMessage(sentence);
  }

  private void load() {
    try (ProviderJar jar = ProviderJar.open(jar());
        Providers providers = open(jar)) {
      assertThat(providers.permissions()).isNotNull();
    }
  }

  private Providers open(ProviderJar jar) {
    ProviderLookup lookup =
        lookup().with(jar).with(new InMemoryTokenStore()).with(new InMemoryUserDirectory());
    return lookup.open(Settings.of(Latchkey.keys(lookup)), folder, Clock.systemUTC());
  }

  private static ProviderLookup lookup() {
    return ProviderLookup.in(ClassLoader.getPlatformClassLoader());
  }
}
