package io.latchkey.endpoint.auth;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a resource of the host's own wants a personal access token: {@link BearerTokenFilter}
 * guards it, and {@code SecurityContext.getUserPrincipal()} is the owner of the token as a {@link
 * CallerPrincipal}.
 */
@NameBinding
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface BearerTokenRequired {}
