/**
 * The messages of the wire contract as values, whatever the media type. Made and read by codecs,
 * handled by resources.
 */
@NullMarked
package io.latchkey.endpoint.message;

import org.jspecify.annotations.NullMarked;
