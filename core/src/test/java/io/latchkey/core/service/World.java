package io.latchkey.core.service;

import io.latchkey.core.provider.Providers;
import io.latchkey.core.token.TimeOrderedIds;
import io.latchkey.core.token.TokenDigester;
import io.latchkey.core.token.TokenFormat;
import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.spi.permission.Caller;
import io.latchkey.tck.SettableClock;
import io.latchkey.tck.memory.InMemoryPermissionChecker;
import io.latchkey.tck.memory.InMemoryTokenStore;
import io.latchkey.tck.memory.InMemoryUserDirectory;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Two organizations, an owner of one of them, and users of all kinds. */
final class World {

  static final Instant NOW = Instant.parse("2026-11-23T12:00:00.123456Z");

  final SettableClock clock = new SettableClock(NOW);
  final InMemoryTokenStore store = new InMemoryTokenStore();
  final InMemoryUserDirectory directory = new InMemoryUserDirectory();
  final InMemoryPermissionChecker permissions = new InMemoryPermissionChecker();
  final Caller admin = new Caller("admin", "acme");
  final TokenFormat format = new TokenFormat("lkpat_");
  final TokenMint mint =
      new TokenMint(store, format, TokenDigester.plain(), new TimeOrderedIds(clock));
  final Providers providers = new Providers(store, directory, permissions);
  final TokenIssuer issuer = new TokenIssuer(providers, mint, clock);
  final TokenReader reader = new TokenReader(providers);
  final TokenRemover remover = new TokenRemover(providers, clock);
  final TokenVerifier verifier = new TokenVerifier(providers, format, TokenDigester.plain(), clock);

  World() {
    directory.put(new Organization("acme", "Acme"));
    directory.put(new Organization("globex", "Globex"));
    user("admin", "acme", UserKind.MACHINE, UserState.ACTIVE);
    user("robot", "acme", UserKind.MACHINE, UserState.ACTIVE);
    user("human", "acme", UserKind.HUMAN, UserState.ACTIVE);
    user("inactive", "acme", UserKind.MACHINE, UserState.INACTIVE);
    user("locked", "acme", UserKind.MACHINE, UserState.LOCKED);
    user("deleted", "acme", UserKind.MACHINE, UserState.DELETED);
    user("alien", "globex", UserKind.MACHINE, UserState.ACTIVE);
    permissions.grant("admin", "acme", Set.of("ORG_OWNER"));
  }

  void user(String id, String organizationId, UserKind kind, UserState state) {
    directory.put(new User(id, organizationId, kind, state, id));
  }

  Outcome<Issued> create(String userId) {
    return issuer.create(command(userId));
  }

  /** The token of a user, created by the administrator of acme. */
  Issued issued(String userId) {
    return done(create(userId));
  }

  static <T> T done(Outcome<T> outcome) {
    if (outcome instanceof Outcome.Done<T> done) {
      return done.value();
    }
    throw new AssertionError("was not done: " + outcome);
  }

  CreateCommand command(String userId) {
    return new CreateCommand(
        new Access.Management(admin, Optional.empty()), userId, Optional.empty(), Optional.empty());
  }
}
