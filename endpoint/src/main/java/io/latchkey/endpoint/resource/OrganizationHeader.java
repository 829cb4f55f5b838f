package io.latchkey.endpoint.resource;

import io.latchkey.endpoint.message.CallException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code x-zitadel-orgid}: which organization to act in. An ambiguous one is never
 * guessed.
 */
final class OrganizationHeader {

  private static final String NAME = "x-zitadel-orgid";

  private OrganizationHeader() {}

  static Optional<String> read(HttpHeaders headers) {
    @Nullable List<String> values = headers.getRequestHeader(NAME);
    if (values == null) {
      return Optional.empty();
    }
    if (values.size() > 1 || values.stream().anyMatch(value -> value.contains(","))) {
      throw CallException.malformed("the header " + NAME + " names more than one organization");
    }
    return values.stream().map(String::strip).filter(value -> !value.isEmpty()).findFirst();
  }
}
