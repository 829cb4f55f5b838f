/** Tokens in directory servers: the contract, faults, and several nodes. */
@NullMarked
package io.latchkey.ldap.token;

import org.jspecify.annotations.NullMarked;
