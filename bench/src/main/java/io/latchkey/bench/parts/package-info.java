/**
 * What a token costs in the process, part by part, measured by JMH: the making, the recognising,
 * the digest and the verification, beside one SHA-256 of the same bytes.
 */
@NullMarked
package io.latchkey.bench.parts;

import org.jspecify.annotations.NullMarked;
