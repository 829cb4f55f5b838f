package io.latchkey.tck.mutant;

import io.latchkey.tck.PermissionCheckerBackend;
import java.util.List;
import java.util.stream.Stream;

/** For each rule {@code PC-n} a checker that breaks it, or more than one. */
final class PermissionCheckerMutants {

  private PermissionCheckerMutants() {}

  static List<Mutant<PermissionCheckerBackend>> all() {
    return Stream.of(
            PermissionGrantsMutants.ALL,
            PermissionIdsMutants.ALL,
            PermissionChangesMutants.ALL,
            PermissionOutageMutants.ALL,
            PermissionCheckerLifecycleMutants.ALL,
            PermittedOrganizationsMutants.ALL)
        .flatMap(List::stream)
        .toList();
  }
}
