package io.latchkey.host;

import io.latchkey.spi.directory.Organization;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.http.HostUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The directory of a host that is filled by its import file. The host is asked over HTTP whether it
 * has taken the file.
 */
final class ImportedDirectory {

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path importFile;
  private int fillings;

  ImportedDirectory(Path importFile) {
    this.importFile = importFile;
  }

  /** Without entries, so that a host can start with it. */
  static ImportedDirectory empty(Path folder) {
    Path file = folder.resolve("users.json");
    try {
      Files.writeString(file, "{}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ImportedDirectory(file);
  }

  void fill(DirectoryFixture fixture, HostUnderTest host) {
    String last = "filling-" + fillings;
    boolean isKnown = fillings > 0 && exists(last, host);
    String marker = "filling-" + ++fillings;
    List<Organization> organizations = new ArrayList<>(fixture.organizations());
    organizations.add(new Organization(marker, marker));
    replace(new DirectoryFixture(organizations, fixture.users(), fixture.memberships()).toJson());
    await(() -> exists(marker, host));
    if (isKnown) {
      await(() -> !exists(last, host)); // then the host has forgotten all that it knew before
    }
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("the host did not take its import file within 30 s");
      }
      Thread.onSpinWait();
    }
  }

  private void replace(String json) {
    Path part = importFile.resolveSibling("users.part");
    try {
      Files.writeString(part, json);
      Files.move(
          part, importFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An organization that does not exist is refused before a user that does not exist. */
  private boolean exists(String organizationId, HostUnderTest host) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(host.baseUri() + "/management/v1/users/no-one/pats"))
            .header("Authorization", "Bearer " + host.administratorToken())
            .header("x-zitadel-orgid", organizationId)
            .POST(BodyPublishers.noBody())
            .build();
    try {
      String body = client.send(request, BodyHandlers.ofString()).body();
      if (body.contains("COMMAND-Dggw2") == body.contains("AUTH-Bs7Ds")) {
        throw new AssertionError("an unexpected answer: " + body);
      }
      return body.contains("COMMAND-Dggw2");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
