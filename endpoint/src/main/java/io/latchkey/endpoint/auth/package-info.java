/**
 * Who makes a request: the owner of the personal access token that came as the bearer credential
 * (RFC 6750), or whom the host has authenticated and handed over as a {@link
 * io.latchkey.endpoint.auth.CallerPrincipal}.
 */
@NullMarked
package io.latchkey.endpoint.auth;

import org.jspecify.annotations.NullMarked;
