package io.latchkey.tck.http;

import static io.latchkey.tck.http.Population.MACHINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Section 2.3 of the wire contract: paths, methods, media types and headers. That every answer has
 * the headers of every answer is asked of all calls of the suite.
 */
public abstract class CreateHttpContract extends EndpointTopic {

  /** Shows that the body was read: it is refused for what it says. */
  private static final String PAST = "{\"expirationDate\":\"2001-01-01T00:00:00Z\"}";

  /** For implementers. */
  protected CreateHttpContract() {}

  @TestFactory
  public final Stream<DynamicTest> contentType_ofAnySort_isReadAsJson() {
    return each(
        List.of(
            "application/json",
            "APPLICATION/JSON",
            "application/json; charset=utf-8",
            "application/json;charset=\"UTF-8\"",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "text/plain",
            "text/html; charset=iso-8859-1",
            "application/xml",
            "application/octet-stream",
            "application/vnd.unknown+json",
            "unknown/unknown",
            "*/*",
            "nonsense",
            "application/",
            "/json",
            ";",
            "application/json; charset"),
        type ->
            create(MACHINE)
                .header("Content-Type", type)
                .body(PAST)
                .send()
                .refused(Outcome.EXPIRED_BEFORE_NOW));
  }

  @Test
  public final void contentType_thatIsMissing_isReadAsJson() {
    create(MACHINE).without("Content-Type").body(PAST).send().refused(Outcome.EXPIRED_BEFORE_NOW);
  }

  @Test
  public final void contentType_thatIsEmpty_isReadAsJson() {
    create(MACHINE)
        .header("Content-Type", "")
        .body(PAST)
        .send()
        .refused(Outcome.EXPIRED_BEFORE_NOW);
  }

  @Test
  public final void contentType_ofAFormWithoutBody_isAccepted() {
    create(MACHINE).header("Content-Type", "application/x-www-form-urlencoded").send().created();
  }

  @TestFactory
  public final Stream<DynamicTest> accept_ofAnySort_isAnsweredInJson() {
    return each(
        List.of(
            "application/json",
            "*/*",
            "text/html",
            "text/*",
            "image/png",
            "application/xml;q=1, application/json;q=0",
            "nonsense",
            ";;",
            ""),
        type -> {
          create(MACHINE).header("Accept", type).send().created();
          create(MACHINE)
              .header("Accept", type)
              .body(PAST)
              .send()
              .refused(Outcome.EXPIRED_BEFORE_NOW);
        });
  }

  @TestFactory
  public final Stream<DynamicTest> method_otherThanPost_isNotAllowed() {
    return each(
        List.of("GET", "PUT", "DELETE", "PATCH"),
        method -> create(MACHINE).method(method).send().refused(Outcome.METHOD_NOT_ALLOWED));
  }

  @Test
  public final void path_thatIsUnknown_isNotFound() {
    create(MACHINE).pathEnd("/x/y").send().refused(Outcome.NOT_FOUND);
  }

  @Test
  public final void query_isIgnored() {
    create(MACHINE)
        .pathEnd("?expirationDate=2001-01-01T00:00:00Z&access_token=x&userId=x")
        .send()
        .created();
  }

  @Test
  public final void token_inTheQuery_isNoCredential() {
    anonymous(MACHINE)
        .pathEnd("?access_token=" + host.administratorToken())
        .send()
        .refused(Outcome.NO_CREDENTIAL);
  }

  @Test
  public final void token_isShownInTheBodyAlone() {
    Answer answer = create(MACHINE).send();

    assertThat(answer.headers().map().toString())
        .as("headers of %s", answer)
        .doesNotContain(answer.created().token());
  }
}
