/**
 * The {@code .proto} files of this module as descriptors, for tests of this module and of hosts.
 */
package io.latchkey.endpoint.proto;
