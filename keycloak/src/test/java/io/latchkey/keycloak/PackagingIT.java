package io.latchkey.keycloak;

import static com.tngtech.archunit.lang.conditions.ArchConditions.beAssignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.latchkey.keycloak.bearer.BearerFilter;
import jakarta.persistence.Entity;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What is in the jar, and what must not be: Keycloak builds a server out of itself and of all jars
 * in its folder, and a wrong one breaks more than what it brings.
 */
class PackagingIT {

  private static JarFile jar;
  private static JavaClasses classes;

  @BeforeAll
  static void open() throws Exception {
    jar = new JarFile(System.getProperty("latchkey.keycloak.jar"));
    classes = new ClassFileImporter().importJar(jar);
  }

  @AfterAll
  static void close() throws Exception {
    jar.close();
  }

  /**
   * Jakarta or Jackson classes in a jar of providers leave kc.sh unable to start once it is gone.
   */
  @Test
  void jar_holdsNoClassesButOurs() {
    assertThat(files().filter(name -> name.endsWith(".class")))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("io/latchkey/"));
  }

  /** A persistence.xml is one too many for Quarkus, and an application.properties configures it. */
  @Test
  void jar_holdsNoFilesThatQuarkusReads() {
    assertThat(files().filter(name -> !name.endsWith(".class")))
        .containsExactlyInAnyOrder(
            "META-INF/MANIFEST.MF",
            "META-INF/beans.xml",
            "META-INF/latchkey-changelog.xml",
            "META-INF/maven/io.latchkey/latchkey-keycloak/pom.properties",
            "META-INF/maven/io.latchkey/latchkey-keycloak/pom.xml",
            "META-INF/services/org.hibernate.boot.model.FunctionContributor",
            "META-INF/services/org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory",
            "META-INF/services/org.keycloak.protocol.oidc.TokenExchangeProviderFactory",
            "META-INF/services/org.keycloak.protocol.oidc.TokenIntrospectionProviderFactory",
            "META-INF/services/org.keycloak.services.resource.RealmResourceProviderFactory",
            "latchkey/filter_v2.proto",
            "latchkey/management.proto",
            "latchkey/object.proto",
            "latchkey/user_v1.proto",
            "latchkey/user_v2.proto");
  }

  /** By it Quarkus looks into the jar for resources and filters at all; it configures no beans. */
  @Test
  void beansXml_isThereAndEmpty() throws Exception {
    assertThat(text("META-INF/beans.xml")).isBlank();
  }

  /** Quarkus makes such classes itself, at the root, and fails the build at their constructors. */
  @Test
  void classes_withAPath_areMadeWithoutArguments() {
    assertThat(classes.stream().filter(type -> type.isAnnotatedWith(Path.class)))
        .hasSize(4)
        .allMatch(
            type ->
                type.getSimpleName().startsWith("Root")
                    && type.getConstructors().stream()
                        .allMatch(constructor -> constructor.getParameters().isEmpty()),
            "made without arguments");
  }

  /** A second application replaces Keycloak's. */
  @Test
  void classes_areNoApplication() {
    noClasses()
        .should(beAssignableTo(Application.class))
        .because("Keycloak has one, and its build fails at two")
        .check(classes);
  }

  /** Jersey is not there, and its bundled applications would be found. */
  @Test
  void classes_doNotKnowJersey() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.glassfish..")
        .because("Keycloak has another implementation of Jakarta REST")
        .check(classes);
  }

  /**
   * A filter that is not bound by name sees every request to Keycloak. One must: Keycloak's own
   * APIs authenticate before any name is known.
   */
  @Test
  void filters_butTheOneForKeycloaksOwnApis_areBoundByName() {
    assertThat(
            classes.stream()
                .filter(type -> type.isAnnotatedWith(Provider.class))
                .filter(type -> !type.isAssignableTo(BearerFilter.class)))
        .hasSize(2)
        .allMatch(type -> type.isMetaAnnotatedWith(NameBinding.class), "bound by name");
  }

  /** A mapper takes the exceptions of all of Keycloak. */
  @Test
  void classes_mapNoExceptions() {
    noClasses()
        .should(beAssignableTo(ExceptionMapper.class))
        .because("it would answer for Keycloak")
        .check(classes);
  }

  /** Two entities of one name stop a server, and other jars bring entities too. */
  @Test
  void entities_haveNamesThatNobodyElseHas() {
    assertThat(classes.stream().filter(type -> type.isAnnotatedWith(Entity.class)))
        .hasSize(2)
        .allMatch(
            type -> type.getAnnotationOfType(Entity.class).name().startsWith("Latchkey"),
            "named Latchkey…");
  }

  @Test
  void packages_haveNoCycles() {
    SlicesRuleDefinition.slices()
        .matching("io.latchkey.keycloak.(*)..")
        .should()
        .beFreeOfCycles()
        .check(classes);
  }

  /** What is missing is found out at the first call otherwise. */
  @Test
  void classes_knowOnlyWhatIsThere() throws Exception {
    Set<String> there = new TreeSet<>();
    try (Stream<java.nio.file.Path> libraries =
        Files.list(java.nio.file.Path.of(home(), "lib", "lib", "main"))) {
      for (java.nio.file.Path library : libraries.toList()) {
        try (JarFile file = new JarFile(library.toFile())) {
          file.stream().map(JarEntry::getName).forEach(there::add);
        }
      }
    }
    files().forEach(there::add);
    List<String> missing = new ArrayList<>();
    for (JavaClass type : classes) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        String name = target.getName();
        if (!target.isPrimitive()
            && !name.startsWith("java.")
            && !name.startsWith("javax.crypto.")
            // Annotations may be missing at run time.
            && !name.startsWith("org.jspecify.")
            && !there.contains(name.replace('.', '/') + ".class")) {
          missing.add(dependency.getDescription());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  /** A name that is no class of the jar stops the build of every server that has it. */
  @Test
  void services_nameClassesOfTheJar() throws Exception {
    for (String file :
        files()
            .filter(name -> name.startsWith("META-INF/services/"))
            .collect(Collectors.toList())) {
      assertThat(text(file).lines())
          .as(file)
          .isNotEmpty()
          .allMatch(name -> jar.getEntry(name.replace('.', '/') + ".class") != null);
    }
  }

  private static String home() {
    return System.getProperty("latchkey.keycloak.home");
  }

  private static Stream<String> files() {
    return Collections.list(jar.entries()).stream()
        .filter(entry -> !entry.isDirectory())
        .map(JarEntry::getName);
  }

  private static String text(String name) throws IOException {
    return new String(
        jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
  }
}
