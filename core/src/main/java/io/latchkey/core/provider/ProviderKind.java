package io.latchkey.core.provider;

import io.latchkey.spi.ConfigKey;

/** One of the three interfaces of the SPI, as the lookup sees it. */
enum ProviderKind {
  STORE("TokenStore", "provider.store"),
  DIRECTORY("UserDirectory", "provider.directory"),
  PERMISSIONS("PermissionChecker", "provider.permissions");

  private final String type;
  private final String key;

  ProviderKind(String type, String key) {
    this.type = type;
    this.key = key;
  }

  /** The interface, as messages call it. */
  String type() {
    return type;
  }

  /** The key by which an operator chooses. */
  ConfigKey<String> choice() {
    return ConfigKey.string(key, "id of the " + type + "; may be left out if only one is there");
  }
}
