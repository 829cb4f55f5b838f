/**
 * {@link io.latchkey.spi.token.TokenStore} over Hibernate. Made by the factory in {@code
 * io.latchkey.hibernate}; asks the database through {@code io.latchkey.hibernate.database} only.
 */
@NullMarked
package io.latchkey.hibernate.token;

import org.jspecify.annotations.NullMarked;
