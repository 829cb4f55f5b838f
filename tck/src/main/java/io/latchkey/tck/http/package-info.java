/**
 * The acceptance suite of the endpoint: what the wire contract says, asked over HTTP. Extended by
 * the tests of each host, which tell how to reach it and how to fill its directory by {@link
 * io.latchkey.tck.http.HostUnderTest}.
 */
@NullMarked
package io.latchkey.tck.http;

import org.jspecify.annotations.NullMarked;
