package io.latchkey.hibernate.directory;

import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Locale;

/** A user as its table keeps it. */
@Entity(name = "User")
@Table(name = "latchkey_user")
public class UserRow {

  @Id
  @Column(name = "user_id")
  private String userId;

  @Column(name = "organization_id")
  private String organizationId;

  @Column(name = "kind")
  private String kind;

  @Column(name = "state")
  private String state;

  @Column(name = "login_name")
  private String loginName;

  @Column(name = "login_name_folded")
  private String loginNameFolded;

  @Column(name = "origin")
  private String origin;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected UserRow() {}

  UserRow(User user, String origin) {
    this.userId = user.userId();
    this.organizationId = user.organizationId();
    this.kind = user.kind().name();
    this.state = user.state().name();
    this.loginName = user.loginName();
    this.loginNameFolded = fold(user.loginName());
    this.origin = origin;
  }

  /** Takes the letter case away, by Java's rules: databases differ in theirs. */
  static String fold(String loginName) {
    return loginName.toUpperCase(Locale.ROOT);
  }

  String userId() {
    return userId;
  }

  String origin() {
    return origin;
  }

  User toUser() {
    return new User(
        userId, organizationId, UserKind.valueOf(kind), UserState.valueOf(state), loginName);
  }

  @Override
  public String toString() {
    return "UserRow[" + userId + "]";
  }
}
