package io.latchkey.ldap.directory;

import com.unboundid.ldap.sdk.Entry;
import io.latchkey.spi.directory.UserState;
import java.time.Instant;
import java.util.List;

/** Nothing says so: all accounts may be used. */
public record NoAccountState() implements AccountState {

  @Override
  public List<String> attributes() {
    return List.of();
  }

  @Override
  public UserState of(Entry entry, Instant now) {
    return UserState.ACTIVE;
  }
}
