/**
 * The binary encoding of Protocol Buffers of the messages. Own code, since the wire contract is
 * what this project exists for, and a drop-in jar must not bring a protobuf library into a host
 * that may have another version of it.
 */
@NullMarked
package io.latchkey.endpoint.protobuf;

import org.jspecify.annotations.NullMarked;
