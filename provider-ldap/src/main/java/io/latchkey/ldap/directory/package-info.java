/**
 * Users and organizations in a directory server: how the entry of a user id is found, and what it
 * says of the user. The id is data: it is never joined into a filter or a DN as text.
 */
@NullMarked
package io.latchkey.ldap.directory;

import org.jspecify.annotations.NullMarked;
