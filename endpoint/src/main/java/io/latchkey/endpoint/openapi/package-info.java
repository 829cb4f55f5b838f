/**
 * The description of the calls as an OpenAPI 3.1 document, made from the resources and the messages
 * that they take and give.
 */
@NullMarked
package io.latchkey.endpoint.openapi;

import org.jspecify.annotations.NullMarked;
