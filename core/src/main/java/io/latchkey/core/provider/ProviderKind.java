package io.latchkey.core.provider;

import io.latchkey.spi.ConfigKey;

/** One of the three interfaces of the SPI, as the lookup sees it. */
enum ProviderKind {
  STORE("TokenStore", "store"),
  DIRECTORY("UserDirectory", "directory"),
  PERMISSIONS("PermissionChecker", "permissions");

  private final String type;
  private final String part;

  ProviderKind(String type, String part) {
    this.type = type;
    this.part = part;
  }

  /** The interface, as messages call it. */
  String type() {
    return type;
  }

  /** What it is in a host, as keys and the answers of checks call it. */
  String part() {
    return part;
  }

  /** The key by which an operator chooses. */
  ConfigKey<String> choice() {
    return ConfigKey.string(
        "provider." + part, "id of the " + type + "; may be left out if only one is there");
  }
}
