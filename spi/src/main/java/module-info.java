/**
 * What a provider implements and what a host calls it by. Needs nothing but the JDK at run time.
 *
 * @see io.latchkey.spi.token.TokenStore
 * @see io.latchkey.spi.directory.UserDirectory
 * @see io.latchkey.spi.permission.PermissionChecker
 */
module io.latchkey.spi {
  requires static transitive org.jspecify;

  exports io.latchkey.spi;
  exports io.latchkey.spi.directory;
  exports io.latchkey.spi.permission;
  exports io.latchkey.spi.token;
}
