/** The LDAP provider beside the SDK's own searches on the same OpenLDAP. */
@NullMarked
package io.latchkey.bench.ldap;

import org.jspecify.annotations.NullMarked;
