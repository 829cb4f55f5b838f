/**
 * The provider {@code default}: Hibernate ORM over a relational database, H2 in a file unless a URL
 * says otherwise. Here are the three factories that {@link java.util.ServiceLoader} finds, and the
 * keys that they share; their providers share one database.
 */
@NullMarked
package io.latchkey.hibernate;

import org.jspecify.annotations.NullMarked;
