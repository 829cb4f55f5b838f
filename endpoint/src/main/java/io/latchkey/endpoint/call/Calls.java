package io.latchkey.endpoint.call;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which call of the contract a resource method makes, and so what its caller needs. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Calls {

  /**
   * The call.
   *
   * @return the service and the name of the call, with a slash between
   */
  String value();
}
