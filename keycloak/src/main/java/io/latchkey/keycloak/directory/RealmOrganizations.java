package io.latchkey.keycloak.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * What the organizations of the contract are in a realm: the realm itself is the only one, or, if
 * the operator wants it so, Keycloak's organizations are, and the realm is that of users without.
 *
 * <p>For one thread, as the session is.
 */
public final class RealmOrganizations {

  private final RealmModel realm;
  private final @Nullable OrganizationProvider organizations;

  private RealmOrganizations(RealmModel realm, @Nullable OrganizationProvider organizations) {
    this.realm = realm;
    this.organizations = organizations;
  }

  /**
   * The realm is the only organization.
   *
   * @param realm the realm
   * @return the organizations
   */
  public static RealmOrganizations realmAlone(RealmModel realm) {
    return new RealmOrganizations(realm, null);
  }

  /**
   * Keycloak's organizations, while the realm has them switched on; else the realm alone.
   *
   * @param session the session that is asked
   * @param realm the realm
   * @return the organizations
   */
  public static RealmOrganizations ofKeycloak(KeycloakSession session, RealmModel realm) {
    @Nullable OrganizationProvider provider = session.getProvider(OrganizationProvider.class);
    return new RealmOrganizations(
        realm, realm.isOrganizationsEnabled() && provider != null ? provider : null);
  }

  /** Whether there is one with this id. */
  boolean exists(String organizationId) {
    return organizationId.equals(realm.getId()) || find(organizationId).isPresent();
  }

  /**
   * The organization of Keycloak's with an id.
   *
   * @param organizationId any string
   * @return the organization; absent if there is none of that id, or the realm is the only one
   */
  public Optional<OrganizationModel> find(String organizationId) {
    return Optional.ofNullable(organizations)
        .map(provider -> provider.getById(organizationId))
        .filter(organization -> organization.getId().equals(organizationId));
  }

  /**
   * The organization that a user belongs to: the only one that it is a member of, or that manages
   * it; the realm if there is none, or several of equal right: an ambiguous one is never guessed.
   *
   * @param user the user
   * @return the id of the organization
   */
  public String of(UserModel user) {
    return model(user).map(OrganizationModel::getId).orElseGet(realm::getId);
  }

  /** Members of an organization that is switched off cannot act. */
  boolean isEnabledFor(UserModel user) {
    return model(user).map(OrganizationModel::isEnabled).orElse(true);
  }

  private Optional<OrganizationModel> model(UserModel user) {
    @Nullable OrganizationProvider provider = organizations;
    if (provider == null) {
      return Optional.empty();
    }
    List<OrganizationModel> all = provider.getByMember(user).toList();
    List<OrganizationModel> managing =
        all.size() < 2
            ? all
            : all.stream().filter(one -> provider.isManagedMember(one, user)).toList();
    return managing.size() == 1 ? Optional.of(managing.get(0)) : Optional.empty();
  }

  /**
   * The ids of all organizations, of the realm itself first.
   *
   * @return the ids
   */
  public List<String> ids() {
    List<String> ids = new ArrayList<>(List.of(realm.getId()));
    @Nullable OrganizationProvider provider = organizations;
    if (provider != null) {
      provider.getAllStream().map(OrganizationModel::getId).forEach(ids::add);
    }
    return ids;
  }
}
