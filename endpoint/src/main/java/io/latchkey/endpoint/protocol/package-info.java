/**
 * How a call travels over HTTP: what the body of a request holds, and how an answer and an error
 * are put into a response. Chosen by the path and the content type of a request; called by the
 * resources.
 */
@NullMarked
package io.latchkey.endpoint.protocol;

import org.jspecify.annotations.NullMarked;
