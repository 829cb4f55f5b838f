package io.latchkey.hibernate.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.StatelessSession;

/** The one row that every change of the directory updates first, so that changes queue. */
@Entity(name = "DirectoryRevision")
@Table(name = "latchkey_directory")
public class DirectoryRevision {

  @Id
  @Column(name = "directory_id")
  private int directoryId;

  @Column(name = "revision")
  private long revision;

  /** For Hibernate, which fills the fields. */
  protected DirectoryRevision() {}

  private static final String LOCK = "update latchkey_directory set revision = revision + 1";

  /** Locks the directory until the end of the transaction. */
  static void lock(StatelessSession session) {
    session.createNativeMutationQuery(LOCK).executeUpdate();
  }

  @Override
  public String toString() {
    return "DirectoryRevision[" + directoryId + ", " + revision + "]";
  }
}
