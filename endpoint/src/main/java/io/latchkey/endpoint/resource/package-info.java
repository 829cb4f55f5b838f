/**
 * The REST resources. They hold no rule of the domain: they read a request, ask the core, and write
 * the answer. No class-level {@code @Path} and no {@code @Context} fields, so that hosts other than
 * Jersey can use them too.
 */
@NullMarked
package io.latchkey.endpoint.resource;

import org.jspecify.annotations.NullMarked;
