package io.latchkey.hibernate.directory;

import io.latchkey.spi.directory.Organization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An organization as its table keeps it. */
@Entity(name = "Organization")
@Table(name = "latchkey_organization")
public class OrganizationRow {

  @Id
  @Column(name = "organization_id")
  private String organizationId;

  @Column(name = "name")
  private String name;

  @Column(name = "origin")
  private String origin;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected OrganizationRow() {}

  OrganizationRow(Organization organization, String origin) {
    this.organizationId = organization.organizationId();
    this.name = organization.name();
    this.origin = origin;
  }

  String organizationId() {
    return organizationId;
  }

  String origin() {
    return origin;
  }

  Organization toOrganization() {
    return new Organization(organizationId, name);
  }

  @Override
  public String toString() {
    return "OrganizationRow[" + organizationId + "]";
  }
}
