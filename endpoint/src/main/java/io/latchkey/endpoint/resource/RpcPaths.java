package io.latchkey.endpoint.resource;

import io.latchkey.endpoint.call.CallsNothing;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The path of {@link RpcResource}, and its answers to methods that it does not have. */
public abstract class RpcPaths {

  static final String CALL = "{rpc}";

  /** For the resource. */
  RpcPaths() {}

  /**
   * A method that the path does not have.
   *
   * @return 405
   */
  @GET
  @Path(CALL)
  @CallsNothing
  public final Response noGetOfCall() {
    return WrongMethod.onPathWith("POST");
  }

  /**
   * A method that the path does not have.
   *
   * @return 405
   */
  @HEAD
  @Path(CALL)
  @CallsNothing
  public final Response noHeadOfCall() {
    return WrongMethod.onPathWith("POST");
  }

  /**
   * A method that the path does not have.
   *
   * @return 405
   */
  @PUT
  @Path(CALL)
  @CallsNothing
  public final Response noPutOfCall() {
    return WrongMethod.onPathWith("POST");
  }

  /**
   * A method that the path does not have.
   *
   * @return 405
   */
  @PATCH
  @Path(CALL)
  @CallsNothing
  public final Response noPatchOfCall() {
    return WrongMethod.onPathWith("POST");
  }

  /**
   * A method that the path does not have.
   *
   * @return 405
   */
  @DELETE
  @Path(CALL)
  @CallsNothing
  public final Response noDeleteOfCall() {
    return WrongMethod.onPathWith("POST");
  }

  /**
   * A method that the path does not have.
   *
   * @return 405
   */
  @OPTIONS
  @Path(CALL)
  @CallsNothing
  public final Response noOptionsOfCall() {
    return WrongMethod.onPathWith("POST");
  }
}
