package io.latchkey.tck.memory;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.CheckResult;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.permission.Caller;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermissionDecision;
import io.latchkey.spi.permission.PermissionRequest;
import io.latchkey.spi.permission.PermittedOrganizations;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A permission checker over role grants in the memory of the process, made by the test.
 *
 * <p>Thread-safe. A change is seen by the next call.
 */
public final class InMemoryPermissionChecker implements PermissionChecker {

  private static final Set<String> READ = Set.of("user.read");
  private static final Set<String> READ_AND_WRITE = Set.of("user.read", "user.write");

  /** The roles of the wire contract, and the permissions that they hold. */
  public static final Map<String, Set<String>> DEFAULT_ROLES =
      Map.of(
          "IAM_OWNER", READ_AND_WRITE,
          "IAM_ORG_MANAGER", READ_AND_WRITE,
          "IAM_USER_MANAGER", READ_AND_WRITE,
          "ORG_OWNER", READ_AND_WRITE,
          "ORG_USER_MANAGER", READ_AND_WRITE,
          "IAM_OWNER_VIEWER", READ,
          "ORG_OWNER_VIEWER", READ);

  /** Where roles were granted to whom; no organization stands for the whole instance. */
  private record Place(String userId, Optional<String> organizationId) {}

  private final Availability availability = new Availability();
  private final Map<String, Set<String>> permissions;
  private final Map<Place, Set<String>> grants;

  /** Creates a checker with the {@linkplain #DEFAULT_ROLES default roles} and no grants. */
  public InMemoryPermissionChecker() {
    this(DEFAULT_ROLES);
  }

  /**
   * Creates a checker without grants.
   *
   * @param permissions the permissions of each role; copied. Other roles may be granted too, and
   *     hold none
   */
  public InMemoryPermissionChecker(Map<String, Set<String>> permissions) {
    this(Map.copyOf(permissions), new ConcurrentHashMap<>());
  }

  private InMemoryPermissionChecker(
      Map<String, Set<String>> permissions, Map<Place, Set<String>> grants) {
    this.permissions = permissions;
    this.grants = grants;
  }

  /**
   * Opens a further checker over the same grants, as another node of a host has it. It fails and is
   * closed by itself.
   *
   * @return a checker that answers, whatever this one does
   */
  public InMemoryPermissionChecker open() {
    return new InMemoryPermissionChecker(permissions, grants);
  }

  /**
   * Sets the roles of a user in one organization.
   *
   * @param userId the user
   * @param organizationId the organization
   * @param roles the roles, in place of earlier ones; none ends the membership
   */
  public void grant(String userId, String organizationId, Set<String> roles) {
    grants.put(new Place(userId, Optional.of(organizationId)), Set.copyOf(roles));
  }

  /**
   * Sets the roles of a user in the whole instance.
   *
   * @param userId the user
   * @param roles the roles, in place of earlier ones; none ends the membership
   */
  public void grantEverywhere(String userId, Set<String> roles) {
    grants.put(new Place(userId, Optional.empty()), Set.copyOf(roles));
  }

  /**
   * Takes all roles from a user.
   *
   * @param userId the user
   */
  public void revokeAll(String userId) {
    grants.keySet().removeIf(place -> place.userId().equals(userId));
  }

  /**
   * Makes every call fail until {@link #recover()}.
   *
   * @param effect accepted for the sake of symmetry: a read always says {@link Effect#NONE}
   */
  public void fail(Effect effect) {
    availability.fail(effect);
  }

  /** Ends what {@link #fail} has begun. */
  public void recover() {
    availability.recover();
  }

  @Override
  public CheckResult check() {
    return availability.check();
  }

  @Override
  public PermissionDecision check(PermissionRequest request) {
    requireNonNull(request, "request");
    availability.beforeRead();
    String userId = request.caller().userId();
    Set<String> roles = new HashSet<>(rolesAt(userId, Optional.empty()));
    roles.addAll(rolesAt(userId, Optional.of(request.organizationId())));
    if (roles.isEmpty()) {
      return PermissionDecision.NO_MEMBERSHIP;
    }
    return anyHolds(roles, request.permission())
        ? PermissionDecision.PERMIT
        : PermissionDecision.PERMISSION_MISSING;
  }

  @Override
  public Optional<PermittedOrganizations> permittedOrganizations() {
    return Optional.of(this::organizations);
  }

  private Set<String> organizations(Caller caller, String permission) {
    requireNonNull(caller, "caller");
    requireNonNull(permission, "permission");
    availability.beforeRead();
    return grants.entrySet().stream()
        .filter(grant -> grant.getKey().userId().equals(caller.userId()))
        .filter(grant -> anyHolds(grant.getValue(), permission))
        .flatMap(grant -> grant.getKey().organizationId().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean anyHolds(Set<String> roles, String permission) {
    return roles.stream()
        .anyMatch(role -> permissions.getOrDefault(role, Set.of()).contains(permission));
  }

  private Set<String> rolesAt(String userId, Optional<String> organizationId) {
    return grants.getOrDefault(new Place(userId, organizationId), Set.of());
  }

  @Override
  public void close() {
    availability.close();
  }
}
