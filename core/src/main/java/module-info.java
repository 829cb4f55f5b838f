/**
 * Issues and verifies tokens, and finds the providers to do it with. Knows nothing of HTTP and of
 * the host.
 */
module io.latchkey.core {
  requires transitive io.latchkey.spi;
  requires com.github.benmanes.caffeine;
  requires static org.jspecify;

  exports io.latchkey.core;
  exports io.latchkey.core.cache;
  exports io.latchkey.core.config;
  exports io.latchkey.core.provider;
  exports io.latchkey.core.service;
  exports io.latchkey.core.token;

  uses io.latchkey.spi.directory.UserDirectoryFactory;
  uses io.latchkey.spi.permission.PermissionCheckerFactory;
  uses io.latchkey.spi.token.TokenStoreFactory;
}
