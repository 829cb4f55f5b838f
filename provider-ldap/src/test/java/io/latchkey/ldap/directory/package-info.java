/** Users and organizations of directory servers: contracts, rules and products. */
@NullMarked
package io.latchkey.ldap.directory;

import org.jspecify.annotations.NullMarked;
