package io.latchkey.endpoint.protocol;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** When an answer is packed, and how. */
final class Gzip {

  static final String NAME = "gzip";

  static final String IDENTITY = "identity";

  /**
   * Smaller messages gain nothing. An answer with a token is always smaller: a secret that is
   * packed together with what others choose can be guessed by its length.
   */
  private static final int MIN_BYTES = 1024;

  private Gzip() {}

  /** Whether a message is worth it, to a client that accepts it by the header. */
  static boolean pays(byte[] message, HttpHeaders headers, String acceptHeader) {
    @Nullable List<String> values = headers.getRequestHeader(acceptHeader);
    return message.length >= MIN_BYTES
        && values != null
        && values.stream().flatMap(value -> Arrays.stream(value.split(","))).anyMatch(Gzip::named);
  }

  /** A weight of zero refuses it (RFC 9110 §12.4.2). A choice of nothing but semicolons is none. */
  private static boolean named(String choice) {
    String[] parts = choice.toLowerCase(Locale.ROOT).split(";", -1);
    return parts[0].strip().equals(NAME)
        && Arrays.stream(parts).map(String::strip).noneMatch(p -> p.matches("q=0(\\.0*)?"));
  }

  static byte[] pack(byte[] message) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
