package io.latchkey.hibernate.directory;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A role that a user has somewhere, as its table keeps it. */
@Entity(name = "Membership")
@Table(name = "latchkey_membership")
public class MembershipRow {

  @EmbeddedId private MembershipKey key;

  @Column(name = "origin")
  private String origin;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected MembershipRow() {}

  MembershipRow(MembershipKey key, String origin) {
    this.key = key;
    this.origin = origin;
  }

  MembershipKey key() {
    return key;
  }

  String origin() {
    return origin;
  }

  @Override
  public String toString() {
    return "MembershipRow[" + key + "]";
  }
}
