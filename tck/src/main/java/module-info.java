/**
 * The conformance kit: contracts of the SPI and of the endpoint, providers in memory, and a clock
 * that can be set. For the test scope.
 */
module io.latchkey.tck {
  requires java.net.http;
  requires org.assertj.core;
  requires static transitive org.jspecify;
  requires transitive io.latchkey.spi;
  requires transitive org.junit.jupiter.api;

  exports io.latchkey.tck;
  exports io.latchkey.tck.http;
  exports io.latchkey.tck.memory;
  exports io.latchkey.tck.rule;
}
