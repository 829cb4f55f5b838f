/**
 * The calls of the wire contract: what each is named, which messages it takes and gives, what it
 * needs, and what it asks of the core. The same for every path and media type; no word of HTTP.
 */
@NullMarked
package io.latchkey.endpoint.call;

import org.jspecify.annotations.NullMarked;
