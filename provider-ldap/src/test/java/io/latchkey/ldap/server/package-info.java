/** Real directory servers, which the tests start and stop. */
@NullMarked
package io.latchkey.ldap.server;

import org.jspecify.annotations.NullMarked;
