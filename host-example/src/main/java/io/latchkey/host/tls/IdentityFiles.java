package io.latchkey.host.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Files that hold a certificate and its key. */
interface IdentityFiles {

  /** The files. */
  List<Path> paths();

  /**
   * What they hold, from their contents in the order of the paths.
   *
   * @throws IdentityException if they are wrong; the message is one sentence for the operator
   */
  Identity read(List<byte[]> contents) throws IdentityException;

  /** A sentence on what is wrong with the files. */
  final class IdentityException extends IOException {

    private static final long serialVersionUID = 1L;

    IdentityException(String sentence) {
      super(sentence);
    }

    IdentityException(String sentence, Exception cause) {
      super(sentence, cause);
    }
  }
}
