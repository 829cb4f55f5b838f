package io.latchkey.host;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Which package may know which. */
class ArchitectureTest {

  private static final Pattern TEST_JAR = Pattern.compile(".*(-tests\\.jar|/test-classes/).*");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.matches(TEST_JAR))
          .importPackages("io.latchkey");

  @Test
  void spi_knowsTheJdkAlone() {
    classes()
        .that()
        .resideInAPackage("io.latchkey.spi..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("io.latchkey.spi..", "java..", "org.jspecify..")
        .because("a provider must be able to implement it with nothing but a JDK")
        .check(CLASSES);
  }

  @Test
  void core_knowsTheSpiAndTheJdk_andALibraryInOnePackageOnly() {
    classes()
        .that()
        .resideInAPackage("io.latchkey.core..")
        .and()
        .resideOutsideOfPackage("io.latchkey.core.cache..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.latchkey.core..", "io.latchkey.spi..", "java..", "javax.crypto..", "org.jspecify..")
        .because("the core holds no word of HTTP or of a host, and of a library in its cache only")
        .check(CLASSES);
  }

  @Test
  void endpoint_knowsCoreAndTheJakartaApis_andJerseyInOnePackageOnly() {
    classes()
        .that()
        .resideInAPackage("io.latchkey.endpoint..")
        .and()
        .resideOutsideOfPackage("io.latchkey.endpoint.jersey..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.latchkey.endpoint..",
            "io.latchkey.core..",
            "io.latchkey.spi..",
            "java..",
            "jakarta.ws.rs..",
            "jakarta.inject..",
            "jakarta.annotation..",
            "org.jspecify..")
        .because("hosts other than Jersey use it too")
        .check(CLASSES);
  }

  @Test
  void endpoint_doesNotKnowItsPackageForJersey() {
    noClasses()
        .that()
        .resideInAPackage("io.latchkey.endpoint..")
        .and()
        .resideOutsideOfPackage("io.latchkey.endpoint.jersey..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.latchkey.endpoint.jersey..")
        .because("Jersey must not be loaded where it is not")
        .check(CLASSES);
  }

  @Test
  void providers_knowTheSpiAndNothingElseOfOurs() {
    noClasses()
        .that()
        .resideInAnyPackage("io.latchkey.hibernate..", "io.latchkey.ldap..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.latchkey.core..",
            "io.latchkey.endpoint..",
            "io.latchkey.host..",
            "io.latchkey.tck..")
        .because("whoever writes a provider has nothing but the SPI")
        .check(CLASSES);
  }

  @Test
  void tck_knowsTheSpiAndNothingElseOfOurs() {
    noClasses()
        .that()
        .resideInAPackage("io.latchkey.tck..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.latchkey.core..",
            "io.latchkey.endpoint..",
            "io.latchkey.host..",
            "io.latchkey.hibernate..",
            "io.latchkey.ldap..")
        .because("the kit tests the SPI and the wire, not our way to them")
        .check(CLASSES);
  }

  @Test
  void packages_ofEachModule_haveNoCycles() {
    SlicesRuleDefinition.slices()
        .matching("io.latchkey.(*).(*)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void nobody_setsTheTimeByTheMachine() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.latchkey.spi..",
            "io.latchkey.core..",
            "io.latchkey.endpoint..",
            "io.latchkey.hibernate..",
            "io.latchkey.ldap..")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("every instant comes from the host's clock")
        .check(CLASSES);
  }
}
