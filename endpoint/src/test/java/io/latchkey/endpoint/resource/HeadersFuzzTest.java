package io.latchkey.endpoint.resource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.core.Seeds;
import io.latchkey.core.provider.Providers;
import io.latchkey.core.service.TokenVerifier;
import io.latchkey.core.token.ClearToken;
import io.latchkey.core.token.TokenDigester;
import io.latchkey.core.token.TokenFormat;
import io.latchkey.endpoint.auth.RequestAuthenticator;
import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.message.Code;
import io.latchkey.endpoint.message.Status;
import io.latchkey.endpoint.protocol.Protocol;
import io.latchkey.endpoint.protocol.Protocols;
import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.tck.SettableClock;
import io.latchkey.tck.memory.InMemoryPermissionChecker;
import io.latchkey.tck.memory.InMemoryTokenStore;
import io.latchkey.tck.memory.InMemoryUserDirectory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The headers of a request, one a line: who calls, in which organization, by when, by which
 * protocol, and how the answer is packed are what {@link ExpectedHeaders} finds by hand, and
 * nothing else comes of any headers.
 */
class HeadersFuzzTest {

  private static final String TOKEN = "lkpat_0fQ7xYkT2mB9sLrW4cVhJ8nPdZaE6gUiKqXoS3vNyHb0wu8a5";

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private static final RequestAuthenticator AUTHENTICATOR = authenticator();

  private static final Protocols PROTOCOLS = new Protocols(() -> Optional.of(trailers -> {}));

  /** Large enough to be packed. */
  private static final byte[] ANSWER = new byte[2_000];

  static List<Path> seeds() {
    return Seeds.of(HeadersFuzzTest.class);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void seed_isTakenForWhatItIs(Path seed) {
    Seeds.check(seed, HeadersFuzzTest::accepts);
  }

  /** What the fuzzer calls. */
  public static void fuzzerTestOneInput(byte[] input) {
    accepts(input);
  }

  private static boolean accepts(byte[] input) {
    List<String> fields = new ArrayList<>();
    for (String line : new String(input, ISO_8859_1).split("\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        fields.add(line.substring(0, colon).strip().toLowerCase(Locale.ROOT));
        fields.add(line.substring(colon + 1));
      }
    }
    RequestHeaders headers = headers(fields);
    ExpectedHeaders expected = new ExpectedHeaders(headers, TOKEN);
    assertThat(PROTOCOLS.rpc(headers).isPresent()).isEqualTo(expected.namesAProtocol());
    assertThat(PROTOCOLS.rest(headers)).isNotNull();
    boolean accepted =
        outcome(
            () -> AUTHENTICATOR.authenticate(null, headers.getRequestHeader("authorization")),
            expected.caller());
    accepted &= outcome(() -> OrganizationHeader.read(headers), expected.organization());
    accepted &= begins("application/grpc", fields, expected);
    accepted &= begins("application/grpc-web", fields, expected);
    accepted &= begins("application/proto", fields, expected);
    return accepted;
  }

  private static boolean begins(String type, List<String> fields, ExpectedHeaders expected) {
    List<String> typed = new ArrayList<>(List.of("content-type", type));
    for (int i = 0; i < fields.size(); i += 2) {
      if (!fields.get(i).equals("content-type")) {
        typed.addAll(fields.subList(i, i + 2));
      }
    }
    Protocol protocol = PROTOCOLS.rpc(headers(typed)).orElseThrow();
    boolean connect = type.endsWith("/proto");
    boolean packed =
        protocol.success(ANSWER).getHeaderString(connect ? "Content-Encoding" : "grpc-encoding")
            != null;
    assertThat(packed)
        .isEqualTo(expected.takesGzip(connect ? "accept-encoding" : "grpc-accept-encoding"));
    return outcome(
        () -> {
          protocol.begin().check();
          return "in time";
        },
        connect ? expected.connectTimeout() : expected.grpcTimeout());
  }

  /** Whether it ends well; the expected end is a value, or the text of an error, or unknown. */
  private static boolean outcome(Supplier<?> call, Optional<?> expected) {
    try {
      Object value = call.get();
      expected.ifPresent(end -> assertThat(value).isEqualTo(end));
      return true;
    } catch (CallException e) {
      Status status = e.status();
      expected.ifPresent(end -> assertThat(status.message()).isEqualTo(end));
      assertThat(status.code())
          .isIn(Code.UNAUTHENTICATED, Code.INVALID_ARGUMENT, Code.DEADLINE_EXCEEDED);
      assertThat(e.challenge().isPresent()).isEqualTo(status.code() == Code.UNAUTHENTICATED);
      return false;
    }
  }

  private static RequestHeaders headers(List<String> fields) {
    return RequestHeaders.of(fields.toArray(String[]::new));
  }

  private static RequestAuthenticator authenticator() {
    InMemoryTokenStore store = new InMemoryTokenStore();
    InMemoryUserDirectory directory = new InMemoryUserDirectory();
    directory.put(new Organization("acme", "Acme"));
    directory.put(new User("ci", "acme", UserKind.MACHINE, UserState.ACTIVE, "ci"));
    TokenFormat format = new TokenFormat(TokenFormat.DEFAULT_PREFIX);
    ClearToken token = format.parse(TOKEN).orElseThrow();
    store.create(
        new NewToken(
            1,
            new TokenOwner("acme", "ci"),
            TokenDigester.plain().digest(token),
            NOW,
            NOW.plusSeconds(1),
            List.of(),
            Optional.empty()));
    return new RequestAuthenticator(
        new TokenVerifier(
            new Providers(store, directory, new InMemoryPermissionChecker()),
            format,
            TokenDigester.plain(),
            new SettableClock(NOW)));
  }
}
