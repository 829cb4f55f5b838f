package io.latchkey.core.provider;

import io.latchkey.core.config.StartupException;
import io.latchkey.spi.Provider;
import io.latchkey.spi.ProviderFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The factories that were found for one interface, or the provider that the host gives instead. */
final class Candidates<P extends Provider, F extends ProviderFactory<P>> {

  /** The first words of keys that are not those of providers, now or perhaps later. */
  private static final Set<String> RESERVED =
      Set.of("config", "data", "directory", "help", "http", "log", "provider", "tls", "token");

  private final ProviderKind kind;
  private final Class<P> type;
  private final Class<F> factoryType;
  private final List<Candidate<F>> found;
  private final Optional<P> given;

  private Candidates(
      ProviderKind kind,
      Class<P> type,
      Class<F> factoryType,
      List<Candidate<F>> found,
      Optional<P> given) {
    this.kind = kind;
    this.type = type;
    this.factoryType = factoryType;
    this.found = List.copyOf(found);
    this.given = given;
  }

  static <P extends Provider, F extends ProviderFactory<P>> Candidates<P, F> none(
      ProviderKind kind, Class<P> type, Class<F> factoryType) {
    return new Candidates<>(kind, type, factoryType, List.of(), Optional.empty());
  }

  /** The same and those of one more place. */
  Candidates<P, F> and(ProviderSource source) {
    List<Candidate<F>> more = new ArrayList<>(found);
    more.addAll(source.load(kind, factoryType));
    Candidates<P, F> all = new Candidates<>(kind, type, factoryType, more, given);
    all.requireIds();
    return all;
  }

  /** Instead of those that were found, a provider that the host has made itself. */
  Candidates<P, F> given(P provider) {
    return new Candidates<>(kind, type, factoryType, List.of(), Optional.of(provider));
  }

  ProviderKind kind() {
    return kind;
  }

  Class<P> type() {
    return type;
  }

  List<Candidate<F>> found() {
    return found;
  }

  Optional<P> given() {
    return given;
  }

  /** The one that configuration names; without a name, the only one. */
  Candidate<F> choose(Optional<String> id) {
    if (found.isEmpty()) {
      throw new StartupException(
          "no " + kind.type() + " provider was found: put the jar of one on the class path");
    }
    if (id.isPresent()) {
      return found.stream()
          .filter(candidate -> candidate.id().equals(id.get()))
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
                          + list(found)));
    }
    if (found.size() > 1) {
      throw new StartupException(
          "several "
              + kind.type()
              + " providers were found, and "
              + kind.choice().name()
              + " does not say which one to take: "
              + list(found));
    }
    return found.get(0);
  }

  /** Why a candidate is not the one that is taken; absent if it is. */
  Optional<String> whyNot(Candidate<?> candidate, Optional<String> id) {
    if (given.isPresent()) {
      return Optional.of("the host brings one of its own");
    }
    if (id.isEmpty()) {
      return found.size() == 1
          ? Optional.empty()
          : Optional.of(kind.choice().name() + " is not set");
    }
    return candidate.id().equals(id.get())
        ? Optional.empty()
        : Optional.of(kind.choice().name() + " is " + id.get());
  }

  private void requireIds() {
    for (Candidate<F> candidate : found) {
      if (RESERVED.contains(candidate.id())) {
        throw new StartupException(
            "a "
                + kind.type()
                + " provider has the id "
                + candidate.id()
                + ", which is reserved: "
                + list(List.of(candidate)));
      }
      if (!candidate.id().matches("[a-z][a-z0-9-]{0,39}")) {
        throw new StartupException(
            "the "
                + kind.type()
                + " provider "
                + candidate.factory().getClass().getName()
                + candidate.source().jar().map(jar -> " in " + jar).orElse("")
                + " has an id that is not allowed: \""
                + candidate.id()
                + "\"");
      }
      List<Candidate<F>> same =
          found.stream().filter(other -> other.id().equals(candidate.id())).toList();
      if (same.size() > 1) {
        throw new StartupException(
            "two " + kind.type() + " providers have one id: " + list(same) + "; remove one");
      }
    }
  }

  private static String list(List<? extends Candidate<?>> candidates) {
    return candidates.stream()
        .map(Candidate::idAndOrigin)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
