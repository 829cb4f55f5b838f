package io.latchkey.hibernate.token;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The number of an owner's last event. */
@Entity(name = "LatchkeyEventCounter")
@Table(name = "latchkey_event_counter")
public class EventCounterRow {

  @EmbeddedId private OwnerKey owner;

  @Column(name = "last_sequence")
  private long last;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected EventCounterRow() {}

  EventCounterRow(OwnerKey owner) {
    this.owner = owner;
  }

  @Override
  public String toString() {
    return "EventCounterRow[" + owner + ", " + last + "]";
  }
}
