/**
 * The database under all three providers: how it is opened, migrated, mapped, kept durable and
 * closed, and how its failures become sentences. Knows no table; called by the other packages
 * through {@link io.latchkey.hibernate.database.DatabaseAccess}.
 */
@NullMarked
package io.latchkey.hibernate.database;

import org.jspecify.annotations.NullMarked;
