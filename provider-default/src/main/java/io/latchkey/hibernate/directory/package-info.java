/**
 * {@link io.latchkey.spi.directory.UserDirectory} over Hibernate, with its own organizations, users
 * and role grants. Made by the factory in {@code io.latchkey.hibernate}; what a file holds is read
 * by {@code io.latchkey.hibernate.imports}.
 */
@NullMarked
package io.latchkey.hibernate.directory;

import org.jspecify.annotations.NullMarked;
