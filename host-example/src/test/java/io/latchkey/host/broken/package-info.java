/**
 * Requests that are broken in one way each, in every media type, with the answer that each must
 * get. Sent by the tests of the host, and by the load run that measures the answers.
 */
package io.latchkey.host.broken;
