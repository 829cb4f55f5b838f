package io.latchkey.endpoint.jersey;

import io.latchkey.core.Latchkey;
import jakarta.inject.Inject;
import org.glassfish.hk2.api.ActiveDescriptor;
import org.glassfish.hk2.api.ServiceLocator;
import org.glassfish.hk2.utilities.BuilderHelper;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.jspecify.annotations.Nullable;

/**
 * Has a {@link Latchkey} made when the application starts, so that a wrong setting stops it there
 * and not at the first request. One that the host has bound is the host's to start.
 */
final class LatchkeyStart implements ApplicationEventListener {

  private final ServiceLocator locator;

  @Inject
  LatchkeyStart(ServiceLocator locator) {
    this.locator = locator;
  }

  @Override
  public void onEvent(ApplicationEvent event) {
    if (event.getType() == ApplicationEvent.Type.INITIALIZATION_FINISHED && isOurs()) {
      locator.getService(Latchkey.class);
    }
  }

  private boolean isOurs() {
    ActiveDescriptor<?> best =
        locator.getBestDescriptor(BuilderHelper.createContractFilter(Latchkey.class.getName()));
    return best.getRanking() == LatchkeyBinder.BELOW_THE_HOST;
  }

  @Override
  public @Nullable RequestEventListener onRequest(RequestEvent event) {
    return null;
  }
}
