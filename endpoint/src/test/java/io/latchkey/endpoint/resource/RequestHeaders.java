package io.latchkey.endpoint.resource;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The headers of a request, by hand. */
public final class RequestHeaders implements HttpHeaders {

  private final MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();

  /**
   * Makes the headers of a request.
   *
   * @param fields names and values in turn
   * @return the headers
   */
  public static RequestHeaders of(String... fields) {
    RequestHeaders headers = new RequestHeaders();
    for (int i = 0; i < fields.length; i += 2) {
      headers.headers.add(fields[i].toLowerCase(Locale.ROOT), fields[i + 1]);
    }
    return headers;
  }

  @Override
  public List<String> getRequestHeader(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  @Override
  public String getHeaderString(String name) {
    List<String> values = getRequestHeader(name);
    return values == null ? null : String.join(",", values);
  }

  @Override
  public MultivaluedMap<String, String> getRequestHeaders() {
    return headers;
  }

  @Override
  public List<MediaType> getAcceptableMediaTypes() {
    return List.of(MediaType.WILDCARD_TYPE);
  }

  @Override
  public List<Locale> getAcceptableLanguages() {
    return List.of();
  }

  @Override
  public MediaType getMediaType() {
    return MediaType.valueOf(getHeaderString(CONTENT_TYPE));
  }

  @Override
  public Locale getLanguage() {
    return null;
  }

  @Override
  public Map<String, Cookie> getCookies() {
    return Map.of();
  }

  @Override
  public Date getDate() {
    return null;
  }

  @Override
  public int getLength() {
    return -1;
  }
}
