/**
 * The rules of the domain: who may have a token, and whose token a given one is. Called by the
 * endpoint; calls the providers. Holds no word of HTTP: refusals are values that the endpoint puts
 * into its own words.
 */
@NullMarked
package io.latchkey.core.service;

import org.jspecify.annotations.NullMarked;
