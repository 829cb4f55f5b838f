package io.latchkey.tck.mutant;

import java.util.List;
import java.util.stream.Stream;

/** For each rule of a token store, a store that is wrong in exactly that way. */
final class TokenStoreMutants {

  private TokenStoreMutants() {}

  static List<TokenMutant> all() {
    return Stream.of(
            CreationMutants.all(),
            LookupMutants.all(),
            ValueMutants.all(),
            RemovalMutants.all(),
            ExpiryMutants.all(),
            ListMutants.all(),
            OrderMutants.all(),
            PagingMutants.all(),
            ConcurrencyMutants.all(),
            NodesMutants.all(),
            LifecycleMutants.all(),
            FeatureMutants.all(),
            RecentRemovalsMutants.all())
        .flatMap(List::stream)
        .toList();
  }
}
