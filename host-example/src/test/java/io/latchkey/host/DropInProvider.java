package io.latchkey.host;

import io.latchkey.core.provider.SourceJar;
import io.latchkey.spi.directory.UserDirectoryFactory;
import io.latchkey.spi.permission.PermissionCheckerFactory;
import io.latchkey.spi.token.TokenStoreFactory;
import io.latchkey.tck.memory.InMemoryTokenStore;
import java.io.IOException;
import java.nio.file.Path;

/** Providers for the folder of a server, each as somebody else would build it. */
final class DropInProvider {

  private static final String FACTORIES =
      """
      package com.example;

      import io.latchkey.spi.*;
      import io.latchkey.spi.directory.*;
      import io.latchkey.spi.permission.*;
      import io.latchkey.tck.memory.*;
      import java.util.Set;

      public final class Filled {

        private static final InMemoryUserDirectory DIRECTORY = new InMemoryUserDirectory();
        private static final InMemoryPermissionChecker PERMISSIONS =
            new InMemoryPermissionChecker();

        static {
          DIRECTORY.put(new Organization("acme", "Acme"));
          DIRECTORY.put(new User("admin", "acme", UserKind.MACHINE, UserState.ACTIVE, "admin"));
          DIRECTORY.put(new User("ci", "acme", UserKind.MACHINE, UserState.ACTIVE, "ci"));
          PERMISSIONS.grantEverywhere("admin", Set.of("IAM_OWNER"));
        }

        public static final class Directory implements UserDirectoryFactory {
          public String id() { return "memory"; }
          public UserDirectory create(ProviderContext context) { return DIRECTORY; }
        }

        public static final class Permissions implements PermissionCheckerFactory {
          public String id() { return "memory"; }
          public PermissionChecker create(ProviderContext context) { return PERMISSIONS; }
        }
      }
      """;

  /** A directory whose check says what a library in the jar and the driver manager tell it. */
  private static final String DIRECTORY =
      """
      package com.example;

      import io.latchkey.spi.*;
      import io.latchkey.spi.directory.*;
      import java.util.Optional;

      public final class Telling implements UserDirectoryFactory, UserDirectory {
        public String id() { return "telling"; }
        public UserDirectory create(ProviderContext context) { return this; }
        public CheckResult check() { return CheckResult.failed(%s); }
        public Optional<User> findUser(String userId) { return Optional.empty(); }
        public boolean organizationExists(String organizationId) { return false; }
        public void close() {}
      }
      """;

  private DropInProvider() {}

  /**
   * All three interfaces in the memory of the process, as the id {@code memory}; the directory
   * holds the organization acme and the machine users admin, an owner of everything, and ci.
   */
  static SourceJar memory() {
    return memoryStore()
        .with("com.example.Filled", FACTORIES)
        .against(SourceJar.home(InMemoryTokenStore.class))
        .service(UserDirectoryFactory.class, "com.example.Filled$Directory")
        .service(PermissionCheckerFactory.class, "com.example.Filled$Permissions");
  }

  /** A token store in the memory of the process, as the id {@code memory}. */
  static SourceJar memoryStore() {
    return new SourceJar()
        .copying(InMemoryTokenStore.class)
        .stating("Implementation-Version", "7.1")
        .stating("Latchkey-SPI-Version", "0.1")
        .service(TokenStoreFactory.class, "io.latchkey.tck.memory.InMemoryTokenStoreFactory");
  }

  /** A directory, as the id {@code telling}, that is down for a reason that is an expression. */
  static SourceJar telling(String expression) {
    return new SourceJar()
        .with("com.example.Telling", DIRECTORY.formatted(expression))
        .service(UserDirectoryFactory.class, "com.example.Telling");
  }

  /** Writes a jar into the providers folder of a server. */
  static Path put(SourceJar jar, Path folder, String name) throws IOException {
    return jar.write(folder.resolve("providers").resolve(name));
  }
}
