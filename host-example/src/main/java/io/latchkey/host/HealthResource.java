package io.latchkey.host;

import io.latchkey.core.Latchkey;
import io.latchkey.spi.CheckResult;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether the process lives, and whether it can do its work. What is wrong stands in the log, not
 * in the answer.
 */
@Singleton
@Path("/")
public final class HealthResource {

  private static final System.Logger LOG = System.getLogger(HealthResource.class.getName());

  private final Provider<Latchkey> latchkey;

  /**
   * Creates a resource.
   *
   * @param latchkey whose providers are asked; a process that lives need not have it yet
   */
  @Inject
  public HealthResource(Provider<Latchkey> latchkey) {
    this.latchkey = latchkey;
  }

  /**
   * Whether the process lives.
   *
   * @return 200
   */
  @GET
  @Path("healthz")
  public Response live() {
    return answer(200, "{\"status\":\"up\"}");
  }

  /**
   * Whether all providers are well.
   *
   * @return 200 or 503, with the state of each
   */
  @GET
  @Path("readyz")
  public Response ready() {
    Map<String, CheckResult> results = latchkey.get().check();
    results.forEach(
        (name, result) ->
            result
                .problem()
                .ifPresent(problem -> LOG.log(Level.WARNING, "{0} is down: {1}", name, problem)));
    boolean allWell = results.values().stream().allMatch(CheckResult::isOk);
    String providers =
        results.entrySet().stream()
            .map(entry -> "\"" + entry.getKey() + "\":\"" + word(entry.getValue().isOk()) + "\"")
            .collect(Collectors.joining(",", "{", "}"));
    return answer(
        allWell ? 200 : 503,
        "{\"status\":\"" + word(allWell) + "\",\"providers\":" + providers + "}");
  }

  private static String word(boolean well) {
    return well ? "up" : "down";
  }

  private static Response answer(int status, String json) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(json)
        .build();
  }
}
