package io.latchkey.keycloak.use;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What Keycloak has answered.
 *
 * @param status the status
 * @param text the body
 */
record Answer(int status, String text) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.body());
  }

  JsonNode json() {
    return parsed(text);
  }

  String string(String field) {
    return json().path(field).asText();
  }

  /** The claims of the access token in it. */
  JsonNode claims() {
    String payload = string("access_token").split("\\.", -1)[1];
    return parsed(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
  }

  static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + text, e);
    }
  }
}
