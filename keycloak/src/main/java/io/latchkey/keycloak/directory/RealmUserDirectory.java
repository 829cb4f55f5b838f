package io.latchkey.keycloak.directory;

import static java.util.Objects.requireNonNull;

import io.latchkey.hibernate.database.StorableText;
import io.latchkey.spi.CheckResult;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.BruteForceProtector;

/**
 * The users of a realm, those of its user federation among them. Service accounts are machine
 * users, and whoever the operator has marked so by an attribute. As fresh as Keycloak itself: its
 * caches stand between.
 *
 * <p>For one thread, as the session is.
 */
public final class RealmUserDirectory implements UserDirectory {

  /** The longest id and login name of the SPI; Keycloak allows a little more. */
  private static final int MAX_LENGTH = 200;

  private final KeycloakSession session;
  private final RealmModel realm;
  private final RealmOrganizations organizations;
  private final Optional<MachineAttribute> machines;

  /**
   * Creates a directory.
   *
   * @param session the session that is asked
   * @param realm the realm whose users they are
   * @param organizations what organizations are
   * @param machines by which attribute more users than service accounts are machines; absent for
   *     none
   */
  public RealmUserDirectory(
      KeycloakSession session,
      RealmModel realm,
      RealmOrganizations organizations,
      Optional<MachineAttribute> machines) {
    this.session = session;
    this.realm = realm;
    this.organizations = organizations;
    this.machines = machines;
  }

  @Override
  public Optional<User> findUser(String userId) {
    if (userId.isEmpty() || userId.length() > MAX_LENGTH || !StorableText.is(userId)) {
      return Optional.empty();
    }
    return asked(
        () ->
            model(userId)
                .filter(user -> user.getId().equals(userId))
                .map(
                    user ->
                        new User(
                            userId,
                            organizations.of(user),
                            kind(user),
                            state(user),
                            shortened(user.getUsername()))));
  }

  /**
   * The user as Keycloak knows it.
   *
   * @param userId the id
   * @return the user; absent if there is none in the realm
   */
  public Optional<UserModel> model(String userId) {
    return Optional.ofNullable(session.users().getUserById(realm, userId));
  }

  @Override
  public boolean organizationExists(String organizationId) {
    requireNonNull(organizationId, "organizationId");
    return StorableText.is(organizationId) && asked(() -> organizations.exists(organizationId));
  }

  private UserKind kind(UserModel user) {
    boolean isMachine =
        user.getServiceAccountClientLink() != null
            || machines.filter(attribute -> attribute.marks(user)).isPresent();
    return isMachine ? UserKind.MACHINE : UserKind.HUMAN;
  }

  private UserState state(UserModel user) {
    if (isLocked(user)) {
      return UserState.LOCKED;
    }
    return realm.isEnabled()
            && user.isEnabled()
            && isServiceOn(user)
            && organizations.isEnabledFor(user)
        ? UserState.ACTIVE
        : UserState.INACTIVE;
  }

  private boolean isLocked(UserModel user) {
    if (!realm.isBruteForceProtected()) {
      return false;
    }
    BruteForceProtector protector = session.getProvider(BruteForceProtector.class);
    return protector.isTemporarilyDisabled(session, realm, user)
        || protector.isPermanentlyLockedOut(session, realm, user);
  }

  /** A service account is as good as switched off when its client is, or has none any more. */
  private boolean isServiceOn(UserModel user) {
    @Nullable String clientId = user.getServiceAccountClientLink();
    if (clientId == null) {
      return true;
    }
    @Nullable ClientModel client = session.clients().getClientById(realm, clientId);
    return client != null && client.isEnabled() && client.isServiceAccountsEnabled();
  }

  private static String shortened(String loginName) {
    return loginName.length() > MAX_LENGTH ? loginName.substring(0, MAX_LENGTH) : loginName;
  }

  /** Whatever Keycloak or a user storage provider throws: it could not tell. */
  private static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (RuntimeException e) {
      throw new ProviderUnavailableException(
          "the users of the realm cannot be asked: " + e.getClass().getSimpleName(),
          Effect.NONE,
          e);
    }
  }

  @Override
  public CheckResult check() {
    return CheckResult.ok();
  }

  /** The session is Keycloak's to close. */
  @Override
  public void close() {}
}
