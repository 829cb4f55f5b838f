package io.latchkey.hibernate.directory;

import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A user that an import has removed and the host has not yet forgotten. Its id is not among those
 * of the users.
 */
@Entity(name = "RemovedUser")
@Table(name = "latchkey_removed_user")
public class RemovedUserRow {

  @Id
  @Column(name = "user_id")
  private String userId;

  @Column(name = "organization_id")
  private String organizationId;

  @Column(name = "kind")
  private String kind;

  @Column(name = "login_name")
  private String loginName;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected RemovedUserRow() {}

  RemovedUserRow(User user) {
    this.userId = user.userId();
    this.organizationId = user.organizationId();
    this.kind = user.kind().name();
    this.loginName = user.loginName();
  }

  User toUser() {
    return new User(userId, organizationId, UserKind.valueOf(kind), UserState.DELETED, loginName);
  }

  @Override
  public String toString() {
    return "RemovedUserRow[" + userId + "]";
  }
}
