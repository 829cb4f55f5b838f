package io.latchkey.ldap;

import com.unboundid.ldap.sdk.DN;
import io.latchkey.spi.ConfigKey;
import io.latchkey.spi.ProviderConfig;
import java.util.List;

/** The keys of the token store. */
final class TokenKeys {

  private static final ConfigKey<DN> BASE_DN =
      LdapKey.dn(
          "tokens.base-dn",
          "the entry under which tokens are kept; it must be there, and the server must know the"
              + " schema of Latchkey");

  static final List<ConfigKey<?>> ALL = List.of(BASE_DN);

  private TokenKeys() {}

  static DN base(ProviderConfig config) {
    return config.get(BASE_DN);
  }
}
