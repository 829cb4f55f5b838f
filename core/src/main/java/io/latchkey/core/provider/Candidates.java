package io.latchkey.core.provider;

import io.latchkey.core.config.StartupException;
import io.latchkey.spi.Provider;
import io.latchkey.spi.ProviderFactory;
import java.net.URL;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/** The factories that were found for one interface, or the provider that the host gives instead. */
final class Candidates<P extends Provider, F extends ProviderFactory<P>> {

  /** The first words of keys that are not those of providers, now or perhaps later. */
  private static final Set<String> RESERVED =
      Set.of("config", "data", "directory", "help", "http", "log", "provider", "tls", "token");

  private final ProviderKind kind;
  private final List<F> factories;
  private final Optional<P> given;

  private Candidates(ProviderKind kind, List<F> factories, Optional<P> given) {
    this.kind = kind;
    this.factories = factories;
    this.given = given;
  }

  static <P extends Provider, F extends ProviderFactory<P>> Candidates<P, F> given(
      ProviderKind kind, P provider) {
    return new Candidates<>(kind, List.of(), Optional.of(provider));
  }

  static <P extends Provider, F extends ProviderFactory<P>> Candidates<P, F> of(
      ProviderKind kind, ServiceLoader<F> loader) {
    List<F> factories = new ArrayList<>();
    try {
      loader.forEach(factories::add);
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new StartupException("a " + kind.type() + " provider is broken: " + e.getMessage(), e);
    }
    Candidates<P, F> candidates = new Candidates<>(kind, List.copyOf(factories), Optional.empty());
    candidates.requireIds();
    return candidates;
  }

  ProviderKind kind() {
    return kind;
  }

  List<F> factories() {
    return factories;
  }

  Optional<P> given() {
    return given;
  }

  /** The one that configuration names; without a name, the only one. */
  F choose(Optional<String> id) {
    if (factories.isEmpty()) {
      throw new StartupException(
          "no " + kind.type() + " provider was found: put the jar of one on the class path");
    }
    if (id.isPresent()) {
      return factories.stream()
          .filter(factory -> factory.id().equals(id.get()))
          .findFirst()
          .orElseThrow(
              () ->
                  new StartupException(
                      kind.choice().name()
                          + " is \""
                          + id.get()
                          + "\", but no "
                          + kind.type()
                          + " provider has that id; found: "
                          + list(factories)));
    }
    if (factories.size() > 1) {
      throw new StartupException(
          "several "
              + kind.type()
              + " providers were found, and "
              + kind.choice().name()
              + " does not say which one to take: "
              + list(factories));
    }
    return factories.get(0);
  }

  private void requireIds() {
    for (F factory : factories) {
      if (RESERVED.contains(factory.id())) {
        throw new StartupException(
            "a "
                + kind.type()
                + " provider has the id "
                + factory.id()
                + ", which is reserved: "
                + list(List.of(factory)));
      }
      if (!factory.id().matches("[a-z][a-z0-9-]{0,39}")) {
        throw new StartupException(
            "the "
                + kind.type()
                + " provider "
                + factory.getClass().getName()
                + " has an id that is not allowed: \""
                + factory.id()
                + "\"");
      }
      List<F> same = factories.stream().filter(other -> other.id().equals(factory.id())).toList();
      if (same.size() > 1) {
        throw new StartupException(
            "two " + kind.type() + " providers have one id: " + list(same) + "; remove one");
      }
    }
  }

  private static String list(List<? extends ProviderFactory<?>> factories) {
    return factories.stream()
        .map(factory -> factory.id() + " (" + origin(factory) + ")")
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** The jar or folder that a factory came from, by its file name. */
  private static String origin(ProviderFactory<?> factory) {
    CodeSource source = factory.getClass().getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    if (location == null) {
      return factory.getClass().getName();
    }
    String path = location.getPath();
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return trimmed.substring(trimmed.lastIndexOf('/') + 1);
  }
}
