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

/**
 * A host whose directory is filled by its import file, and that is asked over HTTP whether it has
 * taken it.
 */
abstract class TestHost implements HostUnderTest, AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path importFile;
  private int fillings;

  TestHost(Path importFile) {
    this.importFile = importFile;
  }

  /** A directory without entries, so that a host can start with it. */
  static Path emptyImportFile(Path folder) {
    try {
      return Files.writeString(folder.resolve("users.json"), "{}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void fill(DirectoryFixture fixture) {
    String marker = "filling-" + ++fillings;
    List<Organization> organizations = new ArrayList<>(fixture.organizations());
    organizations.add(new Organization(marker, marker));
    replace(new DirectoryFixture(organizations, fixture.users(), fixture.memberships()).toJson());
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!exists(marker)) {
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
  private boolean exists(String organizationId) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(baseUri() + "/management/v1/users/no-one/pats"))
            .header("Authorization", "Bearer " + administratorToken())
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

  @Override
  public abstract void close();
}
