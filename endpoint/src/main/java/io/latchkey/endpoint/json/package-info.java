/**
 * The proto3 JSON mapping of the messages: strict where protojson is strict, lenient where it is
 * lenient. Own code, since the wire contract is what this project exists for, and a drop-in jar
 * must not bring a JSON library into its host.
 */
@NullMarked
package io.latchkey.endpoint.json;

import org.jspecify.annotations.NullMarked;
