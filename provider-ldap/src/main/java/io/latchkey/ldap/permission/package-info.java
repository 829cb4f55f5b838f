/**
 * Who may do what, by the groups of a directory server: how the groups of a user are found, and
 * which roles they grant.
 */
@NullMarked
package io.latchkey.ldap.permission;

import org.jspecify.annotations.NullMarked;
