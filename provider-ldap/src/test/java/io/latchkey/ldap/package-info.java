/** The configuration of the providers, and contexts to make them with. */
@NullMarked
package io.latchkey.ldap;

import org.jspecify.annotations.NullMarked;
