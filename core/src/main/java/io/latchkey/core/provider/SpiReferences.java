package io.latchkey.core.provider;

import io.latchkey.core.provider.ClassFile.Reference;
import io.latchkey.spi.ProviderFactory;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.nio.BufferUnderflowException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * What the classes of a jar use of the SPI, held against the SPI that is there. The JVM itself
 * would tell only when a method is first run that uses what is missing, which may be days after the
 * start.
 */
final class SpiReferences {

  private static final String SPI = "io/latchkey/spi/";

  /** Members of the classes of the SPI by name and descriptor; no entry for a class of no SPI. */
  private final Map<String, Optional<Set<String>>> known = new HashMap<>();

  private SpiReferences() {}

  /**
   * Looks for a class or member of the SPI that a jar uses and that is not there.
   *
   * @param jar a jar; its own copy of the SPI, if it has one, is left out
   * @return what is missing, in the words of a message; absent if all is there
   * @throws IOException if the jar cannot be read
   */
  static Optional<String> missing(JarFile jar) throws IOException {
    SpiReferences references = new SpiReferences();
    for (JarEntry entry : Collections.list(jar.entries())) {
      if (entry.getName().endsWith(".class") && !entry.getName().contains(SPI)) {
        Optional<String> missing = references.missing(jar, entry);
        if (missing.isPresent()) {
          return missing;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> missing(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return ClassFile.read(in.readAllBytes()).stream()
          .flatMap(file -> Stream.concat(missing(file), missingParts(file)))
          .map(Reference::toString)
          .sorted()
          .findFirst();
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      ZipException damaged = new ZipException(entry.getName() + " is damaged");
      damaged.initCause(e);
      throw damaged;
    }
  }

  /** What is used of the SPI by its own name. */
  private Stream<Reference> missing(ClassFile file) {
    return file.references(SPI).stream().filter(reference -> !exists(reference));
  }

  /**
   * What a class takes to be a part of itself, as inherited from the SPI. A class that inherits
   * from others than the SPI and the JDK may have it from there.
   */
  private Stream<Reference> missingParts(ClassFile file) {
    List<String> parents = file.parents();
    if (parents.stream().noneMatch(parent -> parent.startsWith(SPI))
        || !parents.stream().allMatch(parent -> parent.startsWith(SPI) || isOfTheJdk(parent))) {
      return Stream.empty();
    }
    Set<String> own = file.ownMembers();
    return file.references(file.name()).stream()
        .filter(reference -> reference.owner().equals(file.name()) && !reference.name().isEmpty())
        .filter(reference -> !own.contains(reference.name() + reference.descriptor()))
        .filter(
            reference ->
                parents.stream()
                    .map(parent -> new Reference(parent, reference.name(), reference.descriptor()))
                    .noneMatch(this::exists));
  }

  private static boolean isOfTheJdk(String type) {
    return type.startsWith("java/");
  }

  private boolean exists(Reference reference) {
    return known
        .computeIfAbsent(reference.owner(), SpiReferences::members)
        .filter(
            members ->
                reference.name().isEmpty()
                    || members.contains(reference.name() + reference.descriptor()))
        .isPresent();
  }

  private static Optional<Set<String>> members(String owner) {
    try {
      Class<?> type =
          Class.forName(owner.replace('/', '.'), false, ProviderFactory.class.getClassLoader());
      Set<String> members = new HashSet<>();
      for (var constructor : type.getDeclaredConstructors()) {
        members.add("<init>" + descriptor(void.class, constructor.getParameterTypes()));
      }
      addInherited(type, members);
      if (type.isInterface()) {
        addInherited(Object.class, members);
      }
      return Optional.of(members);
    } catch (ClassNotFoundException e) {
      // That it is not there is the answer.
      return Optional.empty();
    }
  }

  private static void addInherited(Class<?> type, Set<String> members) {
    for (var field : type.getDeclaredFields()) {
      members.add(field.getName() + field.getType().descriptorString());
    }
    for (var method : type.getDeclaredMethods()) {
      members.add(
          method.getName() + descriptor(method.getReturnType(), method.getParameterTypes()));
    }
    Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
        .forEach(parent -> addInherited(parent, members));
  }

  private static String descriptor(Class<?> result, Class<?>... parameters) {
    return MethodType.methodType(result, parameters).descriptorString();
  }
}
