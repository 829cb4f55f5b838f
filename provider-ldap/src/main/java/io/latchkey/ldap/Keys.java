package io.latchkey.ldap;

import io.latchkey.spi.ConfigKey;
import java.util.List;
import java.util.stream.Stream;

/** The keys of the provider, the same for its three factories. */
final class Keys {

  static final List<ConfigKey<?>> ALL =
      Stream.of(ConnectionKeys.ALL, DirectoryKeys.ALL, GroupKeys.ALL, TokenKeys.ALL)
          .flatMap(List::stream)
          .toList();

  private Keys() {}
}
