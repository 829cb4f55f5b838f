package io.latchkey.core.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.core.Latchkey;
import io.latchkey.core.config.Settings;
import io.latchkey.spi.CheckResult;
import io.latchkey.spi.directory.UserDirectoryFactory;
import io.latchkey.spi.directory.UserSearch;
import io.latchkey.spi.permission.PermissionCheckerFactory;
import io.latchkey.tck.memory.InMemoryPermissionChecker;
import io.latchkey.tck.memory.InMemoryTokenStore;
import io.latchkey.tck.memory.InMemoryUserDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Providers in real jars with class loaders of their own. */
class ProviderJarTest {

  private static final String LIBRARY =
      "package org.lib; public final class Library { public static String version() { return \"%s\"; } }";

  @TempDir private Path folder;

  private final List<ProviderJar> jars = new ArrayList<>();

  @BeforeEach
  void forgetEvents() {
    System.clearProperty("test.events");
  }

  @AfterEach
  void close() {
    jars.forEach(ProviderJar::close);
    System.clearProperty("test.events");
  }

  @Test
  void jars_withTwoVersionsOfALibrary_workBesideEachOther() throws Exception {
    CheckerSource source =
        new CheckerSource().check("return CheckResult.failed(org.lib.Library.version());");
    ProviderJar first =
        open(source.id("first").jar().with("org.lib.Library", LIBRARY.formatted("1")), "a.jar");
    ProviderJar second =
        open(source.id("second").jar().with("org.lib.Library", LIBRARY.formatted("2")), "b.jar");
    ProviderLookup both = lookup().with(first).with(second);
    try (Providers one = choose(both, "first");
        Providers two = choose(both, "second")) {
      assertThat(permissions(one)).isEqualTo(CheckResult.failed("1"));
      assertThat(permissions(two)).isEqualTo(CheckResult.failed("2"));
    }
  }

  @Test
  void folder_ofJars_isOneClassLoader() throws Exception {
    Path library =
        new SourceJar()
            .with("org.lib.Library", LIBRARY.formatted("3"))
            .write(folder.resolve("small/library.jar"));
    new CheckerSource()
        .check("return CheckResult.failed(org.lib.Library.version());")
        .jar()
        .against(library)
        .write(folder.resolve("small/provider.jar"));
    Files.writeString(folder.resolve("small/README"), "not a jar");
    try (Providers providers = choose(lookup().with(open(folder.resolve("small"))), "small")) {
      assertThat(permissions(providers)).isEqualTo(CheckResult.failed("3"));
    }
  }

  @Test
  void jar_seesTheSpiAndTheJdkAndNothingElseOfTheHost() throws Exception {
    String probe =
        """
        StringBuilder seen = new StringBuilder();
        for (String name : new String[] {"io.latchkey.spi.token.TokenStore", "java.sql.Driver",
            "org.jspecify.annotations.NullMarked", "io.latchkey.core.Latchkey",
            "io.latchkey.tck.memory.InMemoryTokenStore", "org.assertj.core.api.Assertions"}) {
          try {
            Class.forName(name);
            seen.append('+');
          } catch (ClassNotFoundException e) {
            seen.append('-');
          }
        }
        seen.append(getClass().getClassLoader().getResource("org/assertj/core/api/Assertions.class"));
        return CheckResult.failed(seen.toString());
        """;
    try (Providers providers =
        choose(lookup().with(open(new CheckerSource().check(probe).jar(), "a.jar")), "small")) {
      assertThat(permissions(providers)).isEqualTo(CheckResult.failed("+++---null"));
    }
  }

  @Test
  void jar_thatBringsACopyOfTheSpi_worksWithThatOfTheHost() throws Exception {
    SourceJar jar = new CheckerSource().jar();
    jar.copying(PermissionCheckerFactory.class).copying(CheckResult.class);
    try (Providers providers = choose(lookup().with(open(jar, "a.jar")), "small")) {
      assertThat(permissions(providers)).isEqualTo(CheckResult.ok());
    }
  }

  @Test
  void code_ofAJar_runsWithItsClassLoaderAsThatOfTheThread() throws Exception {
    String log =
        """
        static void log(String what) {
          boolean own = Thread.currentThread().getContextClassLoader()
              == Directory.class.getClassLoader();
          System.setProperty("test.events", System.getProperty("test.events", "")
              + what + (own ? " " : "! "));
        }
        """;
    String directory =
        """
        package com.example;

        import io.latchkey.spi.*;
        import io.latchkey.spi.directory.*;
        import java.util.*;

        public final class Directory implements UserDirectoryFactory, UserDirectory, UserSearch,
            AutoCloseable {
          public Directory() { log("new"); }
          public String id() { log("id"); return "small"; }
          public List<ConfigKey<?>> keys() { log("keys"); return List.of(); }
          public UserDirectory create(ProviderContext context) {
            log("create");
            context.shared(Shared.class, Shared::new);
            return this;
          }
          public CheckResult check() { log("check"); return CheckResult.ok(); }
          public Optional<User> findUser(String userId) { log("find"); return Optional.empty(); }
          public boolean organizationExists(String id) { throw new IllegalStateException("own"); }
          public Optional<UserSearch> search() { log("feature"); return Optional.of(this); }
          public List<User> search(Query query) { log("search"); return List.of(); }
          public void close() { log("close"); }
          static final class Shared implements AutoCloseable {
            Shared() { log("shared"); }
            public void close() { log("end"); }
          }
          %s
        }
        """
            .formatted(log);
    ProviderJar jar =
        open(
            new SourceJar()
                .with("com.example.Directory", directory)
                .service(UserDirectoryFactory.class, "com.example.Directory"),
            "a.jar");
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    ProviderLookup lookup = lookup().with(new InMemoryTokenStore()).with(jar);
    try (Providers providers =
        lookup
            .with(new InMemoryPermissionChecker())
            .open(
                Settings.of(Latchkey.keys(lookup))
                    .withArguments(List.of("--provider.directory=small")),
                folder,
                Clock.systemUTC())) {
      providers.check();
      assertThat(providers.directory().findUser("u")).isEmpty();
      assertThat(providers.directory().search().orElseThrow().search(anyone())).isEmpty();
      assertThatThrownBy(() -> providers.directory().organizationExists("o"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("own");
    }
    assertThat(System.getProperty("test.events"))
        .isEqualTo("new id keys create shared check find feature search close end ");
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
  }

  @Test
  void close_closesTheClassLoader() throws Exception {
    ProviderJar jar = open(new CheckerSource().jar(), "a.jar");
    ClassLoader loader = jar.source().loader();
    assertThat(loader.getResource("com/example/Factory.class")).isNotNull();
    jar.close();
    assertThat(loader.getResource("com/example/Factory.class")).isNull();
    assertThatThrownBy(() -> loader.loadClass("com.example.Factory"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void found_tellsWhereEachComesFromAndWhyItIsNotTaken() throws Exception {
    ProviderLookup lookup =
        lookup()
            .with(open(new CheckerSource().jar().stating("Implementation-Version", "1.2"), "a.jar"))
            .with(open(new CheckerSource().id("other").jar(), "b.jar"));
    Settings unset = Settings.of(Latchkey.keys(lookup));
    Settings set = unset.withArguments(List.of("--provider.permissions=small"));
    String first = folder.resolve("a.jar").toString();
    String second = folder.resolve("b.jar").toString();
    assertThat(lookup.found(set))
        .containsExactly(
            found("small", first, Optional.of("1.2"), Optional.empty()),
            found("other", second, Optional.empty(), Optional.of("provider.permissions is small")));
    assertThat(lookup.found(unset))
        .extracting(FoundProvider::whyNot)
        .containsExactly(
            Optional.of("provider.permissions is not set"),
            Optional.of("provider.permissions is not set"));
  }

  private static FoundProvider found(
      String id, String jar, Optional<String> version, Optional<String> whyNot) {
    return new FoundProvider(
        "PermissionChecker", "permissions", id, Optional.of(jar), version, whyNot);
  }

  private static UserSearch.Query anyone() {
    return new UserSearch.Query(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 1);
  }

  private static CheckResult permissions(Providers providers) {
    return providers.check().get("permissions");
  }

  /** A host without providers of its own. */
  private static ProviderLookup lookup() {
    return ProviderLookup.in(ClassLoader.getPlatformClassLoader());
  }

  private Providers choose(ProviderLookup lookup, String id) {
    return lookup
        .with(new InMemoryTokenStore())
        .with(new InMemoryUserDirectory())
        .open(
            Settings.of(Latchkey.keys(lookup))
                .withArguments(List.of("--provider.permissions=" + id)),
            folder,
            Clock.systemUTC());
  }

  private ProviderJar open(SourceJar jar, String name) throws Exception {
    return open(jar.write(folder.resolve(name)));
  }

  private ProviderJar open(Path place) {
    ProviderJar jar = ProviderJar.open(place);
    jars.add(jar);
    return jar;
  }
}
