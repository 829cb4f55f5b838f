package io.latchkey.endpoint.jersey;

import io.latchkey.core.Latchkey;
import io.latchkey.endpoint.protocol.Trailers;
import jakarta.inject.Singleton;
import org.glassfish.hk2.utilities.binding.AbstractBinder;

/** Binds what this module makes itself, below anything that the host binds. */
final class LatchkeyBinder extends AbstractBinder {

  static final int BELOW_THE_HOST = -10;

  @Override
  protected void configure() {
    bindFactory(LatchkeyFactory.class, Singleton.class)
        .to(Latchkey.class)
        .in(Singleton.class)
        .ranked(BELOW_THE_HOST);
    bind(RequestTrailers.class).to(Trailers.class).in(Singleton.class).ranked(BELOW_THE_HOST);
  }
}
