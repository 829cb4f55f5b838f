/**
 * One set of keys over a file, environment variables and command-line flags, with the scopes of the
 * providers in it. Called by hosts at start-up; a key that nobody knows is an error.
 */
@NullMarked
package io.latchkey.core.config;

import org.jspecify.annotations.NullMarked;
