/** The protocols of the endpoint, spoken by real clients. */
package io.latchkey.host.protocol;
