package io.latchkey.keycloak.resource;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Hands a body to the endpoint before Keycloak reads it as a form, which it does before a method is
 * called and after its arguments are there. Bound by name: it touches nothing else of Keycloak's.
 */
@Provider
@RawBody
public class RawBodyInterceptor implements ReaderInterceptor {

  /** More than the endpoint takes: what is behind it is thrown away. */
  private static final int MAX_BYTES = 256 * 1024;

  /** Called by Keycloak. */
  public RawBodyInterceptor() {}

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    InputStream body = context.getInputStream();
    byte[] bytes = body.readNBytes(MAX_BYTES);
    body.transferTo(OutputStream.nullOutputStream());
    context.setInputStream(new ByteArrayInputStream(bytes));
    return context.proceed();
  }
}
