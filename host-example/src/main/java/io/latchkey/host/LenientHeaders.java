package io.latchkey.host;

import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes out {@code Content-Type} and {@code Accept} headers that no media type can be read from.
 * The wire contract reads a body of an unknown type as JSON; Jersey would refuse the request before
 * any resource sees it.
 */
final class LenientHeaders extends Handler.Wrapper {

  private static final Set<HttpHeader> HEADERS =
      EnumSet.of(HttpHeader.CONTENT_TYPE, HttpHeader.ACCEPT);

  LenientHeaders(Handler handler) {
    super(handler);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    boolean readable = request.getHeaders().stream().noneMatch(LenientHeaders::isUnreadable);
    return super.handle(readable ? request : new ReadableRequest(request), response, callback);
  }

  private static boolean isUnreadable(HttpField field) {
    if (!HEADERS.contains(field.getHeader())) {
      return false;
    }
    try {
      for (String type : field.getValues()) {
        MediaType.valueOf(type);
      }
      return field.getValues().length == 0;
    } catch (IllegalArgumentException e) {
      // The only way in which the API tells that it cannot read a text.
      return true;
    }
  }

  /** The request without those headers. */
  private static final class ReadableRequest extends Request.Wrapper {

    private final HttpFields fields;

    ReadableRequest(Request request) {
      super(request);
      HttpFields.Mutable kept = HttpFields.build();
      request.getHeaders().stream().filter(field -> !isUnreadable(field)).forEach(kept::add);
      this.fields = kept.asImmutable();
    }

    @Override
    public HttpFields getHeaders() {
      return fields;
    }
  }
}
