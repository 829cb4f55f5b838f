package io.latchkey.tck.mutant;

import io.latchkey.tck.UserDirectoryBackend;
import java.util.List;
import java.util.stream.Stream;

/** For each rule {@code UD-n} a directory that breaks it, or more than one. */
final class UserDirectoryMutants {

  private UserDirectoryMutants() {}

  static List<Mutant<UserDirectoryBackend>> all() {
    return Stream.of(
            UserLookupMutants.ALL,
            UserChangesMutants.ALL,
            UserDirectoryOutageMutants.ALL,
            UserDirectoryLifecycleMutants.ALL,
            UserSearchMutants.ALL,
            UserSearchPagesMutants.ALL,
            FirstUserMutants.ALL,
            DirectoryImportMutants.ALL,
            RemovedUsersMutants.ALL)
        .flatMap(List::stream)
        .toList();
  }
}
