package io.latchkey.ldap.directory;

import static java.util.Objects.requireNonNull;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.latchkey.ldap.connection.LdapAccess;
import io.latchkey.spi.CheckResult;
import io.latchkey.spi.ProviderUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Looks whether what the operator has named is there, and whether a few users can be understood: a
 * preset for another product, or attributes that we may not read, are told before a user meets
 * them.
 */
final class DirectoryCheck {

  /** One odd user alone is no reason to complain of all. */
  private static final int SAMPLES = 10;

  private final LdapAccess access;
  private final DirectorySettings settings;
  private final UserEntries entries;

  DirectoryCheck(LdapAccess access, DirectorySettings settings, UserEntries entries) {
    this.access = access;
    this.settings = settings;
    this.entries = entries;
  }

  CheckResult run() {
    Map<String, DN> bases = new TreeMap<>(settings.organizations().bases());
    settings.machines().base().ifPresent(base -> bases.put("ldap.users.machine-base-dn", base));
    return Stream.concat(
            Stream.of(entries.check()),
            bases.entrySet().stream().map(base -> access.check(base.getKey(), base.getValue())))
        .filter(result -> !result.isOk())
        .findFirst()
        .or(this::ofUsers)
        .orElseGet(CheckResult::ok);
  }

  private Optional<CheckResult> ofUsers() {
    try {
      List<SearchResultEntry> samples = entries.samples(SAMPLES);
      return samples.isEmpty() ? ofNoUsers() : ofSamples(samples);
    } catch (ProviderUnavailableException e) {
      return Optional.of(CheckResult.failed(requireNonNull(e.getMessage())));
    }
  }

  /** A directory may be empty; it is a mistake if it has users without ids alone. */
  private Optional<CheckResult> ofNoUsers() {
    return entries.samplesByFilter(SAMPLES).isEmpty()
        ? Optional.empty()
        : Optional.of(
            CheckResult.failed(
                "no user in the directory has the attribute "
                    + settings.users().id()
                    + ", or it is not shown to us: ldap.users.id-attribute"));
  }

  private Optional<CheckResult> ofSamples(List<SearchResultEntry> samples) {
    String id = settings.users().id().name();
    if (samples.stream().noneMatch(sample -> sample.hasAttribute(id))) {
      return Optional.of(
          CheckResult.failed(
              "the directory server gives the attribute "
                  + id
                  + " under another name: ldap.users.id-attribute"));
    }
    List<String> problems = samples.stream().map(this::problem).flatMap(Optional::stream).toList();
    return problems.size() < samples.size()
        ? Optional.empty()
        : Optional.of(CheckResult.failed(problems.get(0)));
  }

  private Optional<String> problem(SearchResultEntry sample) {
    try {
      settings.states().of(sample);
      settings.organizations().of(sample);
      return Optional.empty();
    } catch (ProviderUnavailableException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }
}
