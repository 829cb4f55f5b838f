package io.latchkey.tck.mutant;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.tck.PermissionCheckerContract;
import io.latchkey.tck.TokenStoreContract;
import io.latchkey.tck.UserDirectoryContract;
import io.latchkey.tck.rule.Rule;
import io.latchkey.tck.rule.RuleBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Document, contracts, mutants and Javadoc speak of the same rules. */
class RulesTest {

  private static final Path SPI = Path.of("..", "spi", "src", "main", "java");

  /** One id, or a span of them, as Javadoc names them in brackets. */
  private static final Pattern NAMED =
      Pattern.compile("(TS|UD|PC)-([1-9][0-9]*)(?:\\s+to\\s+\\1-([1-9][0-9]*))?");

  private static final Pattern BRACKETS = Pattern.compile("\\[((?:TS|UD|PC)-[^\\]]*)\\]");

  /** The rules of one interface. */
  enum Family {
    TS(TokenStoreContract.class),
    UD(UserDirectoryContract.class),
    PC(PermissionCheckerContract.class);

    private final Class<?> contract;

    Family(Class<?> contract) {
      this.contract = contract;
    }

    /** The rules that the mutants break, each as often as there are mutants of it. */
    Stream<String> mutants() {
      return switch (this) {
        case TS -> TokenStoreMutants.all().stream().map(mutant -> mutant.mutant().rule());
        case UD -> UserDirectoryMutants.all().stream().map(Mutant::rule);
        case PC -> PermissionCheckerMutants.all().stream().map(Mutant::rule);
      };
    }

    boolean has(String id) {
      return id.startsWith(name() + "-");
    }

    /** The topics of the contract, itself included, and all that they inherit from this kit. */
    Stream<Class<?>> topics() {
      return Stream.concat(Stream.of(contract), Arrays.stream(contract.getDeclaredClasses()))
          .filter(type -> type == contract || type.isAnnotationPresent(Nested.class))
          .flatMap(RulesTest::lineage);
    }

    List<Method> tests() {
      return topics()
          .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
          .filter(RulesTest::isTest)
          .toList();
    }

    SortedSet<String> documented() {
      return sorted(RuleBook.read().entries().keySet().stream().filter(this::has));
    }
  }

  private static Stream<Class<?>> lineage(Class<?> type) {
    return Stream.<Class<?>>iterate(
        type, t -> t != Object.class && t != null, t -> t.getSuperclass());
  }

  private static boolean isTest(Method method) {
    return method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(TestFactory.class);
  }

  /** By number, so that a difference can be read. */
  private static SortedSet<String> sorted(Stream<String> ids) {
    return ids.collect(
        toCollection(
            () -> new TreeSet<>(Comparator.comparing(String::length).thenComparing(id -> id))));
  }

  @ParameterizedTest
  @EnumSource
  void rule_hasOneTestEach_andTheDocumentNamesIt(Family family) {
    List<Method> tests =
        family.tests().stream().filter(test -> test.isAnnotationPresent(Rule.class)).toList();
    List<String> tested =
        tests.stream().map(test -> test.getAnnotation(Rule.class).value()).toList();

    assertThat(tests).as("tests with @Rule, of all").isEqualTo(family.tests());
    assertThat(tested).as("ids of @Rule").doesNotHaveDuplicates();
    assertThat(sorted(tested.stream())).as("ids of @Rule").isEqualTo(family.documented());
    for (Method test : tests) {
      assertThat(RuleBook.read().find(test.getAnnotation(Rule.class).value()).orElseThrow().test())
          .as("name of the test in rules.md")
          .isEqualTo(test.getDeclaringClass().getSimpleName() + "." + test.getName());
    }
  }

  @ParameterizedTest
  @EnumSource
  void rule_hasAMutant(Family family) {
    assertThat(sorted(family.mutants())).as("ids of the mutants").isEqualTo(family.documented());
  }

  @ParameterizedTest
  @EnumSource
  void rule_isNamedByTheJavadocOfTheSpi(Family family) {
    assertThat(sorted(namedByJavadoc().filter(family::has)))
        .as("ids in brackets in the Javadoc of the SPI")
        .isEqualTo(family.documented());
  }

  private static Stream<String> namedByJavadoc() {
    try (Stream<Path> sources = Files.walk(SPI)) {
      String all =
          sources
              .filter(path -> path.toString().endsWith(".java"))
              .map(RulesTest::text)
              .collect(joining("\n"))
              .replaceAll("\\n\\s*\\* ?", " ");
      return BRACKETS
          .matcher(all)
          .results()
          .flatMap(brackets -> NAMED.matcher(brackets.group(1)).results())
          .flatMap(
              named -> {
                int first = Integer.parseInt(named.group(2));
                int last = named.group(3) == null ? first : Integer.parseInt(named.group(3));
                return IntStream.rangeClosed(first, last).mapToObj(n -> named.group(1) + "-" + n);
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An entry that lacks a line would be no rule to the book, and not be missed. */
  @Test
  void document_hasNoEntryOfAnotherForm() {
    Matcher headings =
        Pattern.compile("(?m)^#### (.*)$").matcher(text(Path.of("..", "docs", "rules.md")));

    assertThat(headings.results().map(heading -> heading.group(1)).toList())
        .as("headings of rules in rules.md, each once")
        .containsExactlyElementsOf(RuleBook.read().entries().keySet());
    assertThat(RuleBook.read().entries().values())
        .as("sentences of rules.md")
        .allSatisfy(entry -> assertThat(entry.sentence()).containsPattern("\\b(MUST|SHOULD)\\b"));
  }

  /** A provider's tests must not weaken what they are measured by. */
  @ParameterizedTest
  @EnumSource
  void contract_cannotBeOverriddenOrSwitchedOff(Family family) {
    assertThat(family.tests())
        .as("tests")
        .isNotEmpty()
        .allSatisfy(
            test -> assertThat(Modifier.isFinal(test.getModifiers())).as("%s", test).isTrue())
        .allSatisfy(
            test ->
                assertThat(Arrays.stream(test.getAnnotations()).map(Annotation::annotationType))
                    .as("annotations of %s", test)
                    .isSubsetOf(Rule.class, Test.class, TestFactory.class));
    assertThat(family.topics().flatMap(type -> Arrays.stream(type.getDeclaredMethods())))
        .filteredOn(method -> method.isAnnotationPresent(BeforeEach.class))
        .allSatisfy(
            method ->
                assertThat(Modifier.isFinal(method.getModifiers())).as("%s", method).isTrue());
    for (Class<?> topic : (Iterable<Class<?>>) family.topics()::iterator) {
      if (topic != family.contract && !Modifier.isFinal(topic.getModifiers())) {
        assertThat(topic.getDeclaredConstructors())
            .as("constructors of %s, which others could extend", topic)
            .allSatisfy(constructor -> assertThat(isOfPackage(constructor)).isTrue());
      }
    }
  }

  private static boolean isOfPackage(Constructor<?> constructor) {
    return (constructor.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED | Modifier.PRIVATE))
        == 0;
  }
}
