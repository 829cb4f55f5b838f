package io.latchkey.endpoint.resource;

import io.latchkey.endpoint.call.CallsNothing;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The paths of {@link UserResource}, and their answers to methods that they do not have. */
public abstract class UserPaths {

  static final String TOKENS = "users/{userId}/pats";

  static final String SEARCH = "users/pats/search";

  static final String TOKEN = "users/{userId}/pats/{tokenId}";

  /** For the resource. */
  UserPaths() {}

  /**
   * A method that the path does not have.
   *
   * @return 405
   */
  @GET
  @Path(TOKENS)
  @CallsNothing
  public final Response noGetOfTokens() {
    return WrongMethod.onPathWith("POST");
  }

  /**
   * A method that the path does not have.
   *
   * @return 405
   */
  @HEAD
  @Path(TOKENS)
  @CallsNothing
  public final Response noHeadOfTokens() {
    return WrongMethod.onPathWith("POST");
  }

  /**
   * A method that the path does not have.
   *
   * @return 405
   */
  @PUT
  @Path(TOKENS)
  @CallsNothing
  public final Response noPutOfTokens() {
    return WrongMethod.onPathWith("POST");
  }

  /**
   * A method that the path does not have.
   *
   * @return 405
   */
  @PATCH
  @Path(TOKENS)
  @CallsNothing
  public final Response noPatchOfTokens() {
    return WrongMethod.onPathWith("POST");
  }

  /**
   * A method that the path does not have.
   *
   * @return 405
   */
  @DELETE
  @Path(TOKENS)
  @CallsNothing
  public final Response noDeleteOfTokens() {
    return WrongMethod.onPathWith("POST");
  }

  /**
   * A method that the path does not have.
   *
   * @return 405
   */
  @OPTIONS
  @Path(TOKENS)
  @CallsNothing
  public final Response noOptionsOfTokens() {
    return WrongMethod.onPathWith("POST");
  }

  /**
   * A method that the path does not have.
   *
   * @return 405
   */
  @GET
  @Path(SEARCH)
  @CallsNothing
  public final Response noGetOfSearch() {
    return WrongMethod.onPathWith("POST");
  }

  /**
   * A method that the path does not have.
   *
   * @return 405
   */
  @HEAD
  @Path(SEARCH)
  @CallsNothing
  public final Response noHeadOfSearch() {
    return WrongMethod.onPathWith("POST");
  }

  /**
   * A method that the path does not have.
   *
   * @return 405
   */
  @PUT
  @Path(SEARCH)
  @CallsNothing
  public final Response noPutOfSearch() {
    return WrongMethod.onPathWith("POST");
  }

  /**
   * A method that the path does not have.
   *
   * @return 405
   */
  @PATCH
  @Path(SEARCH)
  @CallsNothing
  public final Response noPatchOfSearch() {
    return WrongMethod.onPathWith("POST");
  }

  /**
   * A method that the path does not have.
   *
   * @return 405
   */
  @DELETE
  @Path(SEARCH)
  @CallsNothing
  public final Response noDeleteOfSearch() {
    return WrongMethod.onPathWith("POST");
  }

  /**
   * A method that the path does not have.
   *
   * @return 405
   */
  @OPTIONS
  @Path(SEARCH)
  @CallsNothing
  public final Response noOptionsOfSearch() {
    return WrongMethod.onPathWith("POST");
  }

  /**
   * A method that the path does not have.
   *
   * @return 405
   */
  @GET
  @Path(TOKEN)
  @CallsNothing
  public final Response noGetOfToken() {
    return WrongMethod.onPathWith("DELETE");
  }

  /**
   * A method that the path does not have.
   *
   * @return 405
   */
  @HEAD
  @Path(TOKEN)
  @CallsNothing
  public final Response noHeadOfToken() {
    return WrongMethod.onPathWith("DELETE");
  }

  /**
   * A method that the path does not have.
   *
   * @return 405
   */
  @POST
  @Path(TOKEN)
  @CallsNothing
  public final Response noPostOfToken() {
    return WrongMethod.onPathWith("DELETE");
  }

  /**
   * A method that the path does not have.
   *
   * @return 405
   */
  @PUT
  @Path(TOKEN)
  @CallsNothing
  public final Response noPutOfToken() {
    return WrongMethod.onPathWith("DELETE");
  }

  /**
   * A method that the path does not have.
   *
   * @return 405
   */
  @PATCH
  @Path(TOKEN)
  @CallsNothing
  public final Response noPatchOfToken() {
    return WrongMethod.onPathWith("DELETE");
  }

  /**
   * A method that the path does not have.
   *
   * @return 405
   */
  @OPTIONS
  @Path(TOKEN)
  @CallsNothing
  public final Response noOptionsOfToken() {
    return WrongMethod.onPathWith("DELETE");
  }
}
