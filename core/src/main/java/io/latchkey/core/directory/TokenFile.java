package io.latchkey.core.directory;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.latchkey.core.config.StartupException;
import io.latchkey.core.token.ClearToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The file in which an operator finds the first token: {@code bootstrap.pat}. */
final class TokenFile {

  private static final String NAME = "bootstrap.pat";

  private final Path path;

  TokenFile(Path dataDirectory) {
    this.path = dataDirectory.resolve(NAME);
  }

  Path path() {
    return path;
  }

  /** Whole or not at all, and never readable by others, not even while it is written. */
  void write(ClearToken token) {
    Path part = path.resolveSibling(NAME + ".part");
    try {
      Files.createDirectories(path.getParent());
      Files.deleteIfExists(part);
      Files.createFile(part, ownerOnly());
      Files.write(part, (token.reveal() + "\n").getBytes(US_ASCII));
      Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StartupException("the file " + path + " cannot be written", e);
    }
  }

  void delete() {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new StartupException("the file " + path + " cannot be removed", e);
    }
  }

  private FileAttribute<?>[] ownerOnly() {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
