package io.latchkey.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.core.provider.CheckerSource;
import io.latchkey.core.provider.ProviderLookup;
import io.latchkey.core.provider.Providers;
import io.latchkey.spi.CheckResult;
import io.latchkey.tck.memory.InMemoryTokenStore;
import io.latchkey.tck.memory.InMemoryUserDirectory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The class loaders of a folder of providers. */
class ProviderFolderTest {

  @TempDir private Path folder;

  @AfterEach
  void clear() {
    System.clearProperty("test.late");
  }

  @Test
  void close_closesTheClassLoaders() throws Exception {
    Path jar =
        DropInProvider.put(
            new CheckerSource()
                .check(
                    "if (Boolean.getBoolean(\"test.late\")) new org.lib.Late(); return CheckResult.ok();")
                .jar()
                .with("org.lib.Late", "package org.lib; public class Late {}"),
            folder,
            "x.jar");
    ProviderFolder providerFolder =
        ProviderFolder.of(
            HostKeys.placesOfProviders()
                .withArguments(List.of("--provider.dir=" + jar.getParent()))
                .all());
    ProviderLookup lookup =
        providerFolder
            .addTo(ProviderLookup.in(ClassLoader.getPlatformClassLoader()))
            .with(new InMemoryTokenStore())
            .with(new InMemoryUserDirectory());
    try (Providers providers =
        lookup.open(
            HostKeys.settings(lookup).withArguments(List.of("--provider.permissions=small")),
            folder,
            Clock.systemUTC())) {
      assertThat(providers.check()).containsEntry("permissions", CheckResult.ok());
      providerFolder.close();
      System.setProperty("test.late", "true");
      assertThat(providers.check().get("permissions").problem())
          .contains(
              "the PermissionChecker provider small ("
                  + jar
                  + ") cannot be checked: it needs the class org.lib.Late, which is not there");
    }
  }
}
