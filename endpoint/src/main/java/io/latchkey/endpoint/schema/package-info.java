/**
 * What a message of the wire contract is made of: its fields, with the numbers and names of its
 * {@code .proto}. Written once for each message, and read by the codec of every media type.
 */
@NullMarked
package io.latchkey.endpoint.schema;

import org.jspecify.annotations.NullMarked;
