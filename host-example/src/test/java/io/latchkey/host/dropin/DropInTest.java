package io.latchkey.host.dropin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.latchkey.core.Latchkey;
import io.latchkey.core.provider.Providers;
import io.latchkey.core.token.TokenDigester;
import io.latchkey.core.token.TokenFormat;
import io.latchkey.endpoint.auth.BearerTokenRequired;
import io.latchkey.endpoint.auth.CallerPrincipal;
import io.latchkey.endpoint.jersey.LatchkeyFeature;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.spi.permission.Caller;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.memory.InMemoryPermissionChecker;
import io.latchkey.tck.memory.InMemoryTokenStore;
import io.latchkey.tck.memory.InMemoryUserDirectory;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.Principal;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Set;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The endpoint in Jersey applications of others, over HTTP. */
class DropInTest {

  private static final URI ANY_PORT = URI.create("http://127.0.0.1:0/");

  @TempDir private java.nio.file.Path folder;

  private final InMemoryTokenStore store = new InMemoryTokenStore();
  private final InMemoryUserDirectory directory = new InMemoryUserDirectory();
  private final InMemoryPermissionChecker permissions = new InMemoryPermissionChecker();
  private final HttpClient http = HttpClient.newHttpClient();
  private HttpServer server;

  @BeforeEach
  void fillTheHostsOwnProviders() {
    directory.put(new Organization("acme", "Acme"));
    directory.put(new User("admin", "acme", UserKind.HUMAN, UserState.ACTIVE, "admin"));
    directory.put(new User("ci", "acme", UserKind.MACHINE, UserState.ACTIVE, "ci"));
    permissions.grant("admin", "acme", Set.of("ORG_OWNER"));
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
    System.clearProperty("latchkey.data.dir");
  }

  @Test
  void application_ofTenLines_hasTheEndpoint() throws Exception {
    System.setProperty("latchkey.data.dir", folder.toString());
    server = TenLineApplication.start(ANY_PORT);
    String token = Files.readString(folder.resolve("bootstrap.pat")).strip();
    assertThat(create("ci", token).body()).contains("COMMAND-Dggw2");
    assertThat(create("ci", null).statusCode()).isEqualTo(401);
  }

  @Test
  void application_configuresItByItsOwnProperties() throws Exception {
    start(new ResourceConfig().property("latchkey.data.dir", folder.resolve("own").toString()));
    assertThat(folder.resolve("own/bootstrap.pat")).exists();
  }

  @Test
  void application_withAWrongProperty_doesNotStart() {
    ResourceConfig application =
        new ResourceConfig()
            .property("latchkey.data.dir", folder.toString())
            .property("latchkey.data.dri", "x");
    assertThatThrownBy(() -> start(application))
        .hasStackTraceContaining(
            "unknown key data.dri in the application's properties; did you mean data.dir?");
  }

  @Test
  void application_withDiscoveryOff_doesNotHaveTheEndpoint() throws Exception {
    start(new ResourceConfig().property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true));
    assertThat(create("ci", null).statusCode()).isEqualTo(404);
  }

  @Test
  void application_thatSwitchesItOff_doesNotHaveTheEndpointNorItsData() throws Exception {
    start(
        new ResourceConfig()
            .property("latchkey.enabled", "false")
            .property("latchkey.data.dir", folder.toString()));
    assertThat(create("ci", null).statusCode()).isEqualTo(404);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void application_withDiscoveryOffAndTheFeature_hasTheEndpoint() throws Exception {
    start(
        new ResourceConfig(LatchkeyFeature.class)
            .property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
            .property("latchkey.data.dir", folder.toString()));
    assertThat(create("ci", null).body()).contains("auth header missing");
  }

  @Test
  void application_withDiscoveryOnAndTheFeature_hasTheEndpointOnce() throws Exception {
    start(
        new ResourceConfig(LatchkeyFeature.class).property("latchkey.data.dir", folder.toString()));
    assertThat(create("ci", null).body()).contains("auth header missing");
  }

  @Test
  void application_thatEnds_releasesTheDatabase() throws Exception {
    start(new ResourceConfig().property("latchkey.data.dir", folder.toString()));
    try (FileChannel file =
        FileChannel.open(folder.resolve("latchkey.mv.db"), StandardOpenOption.WRITE)) {
      assertThatThrownBy(file::tryLock).isInstanceOf(OverlappingFileLockException.class);
      server.stop(0);
      server = null;
      assertThat(file.tryLock()).isNotNull();
    }
  }

  @Test
  void host_thatBindsTheThreeInterfaces_isAskedByThem() throws Exception {
    start(new ResourceConfig(AuthenticateByHeader.class).register(bindProviders()));
    HttpResponse<String> created = createAs("admin", "ci");
    assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
    assertThat(created.body()).contains("\"sequence\":\"1\"", "\"resourceOwner\":\"acme\"");
  }

  @Test
  void host_thatHasAuthenticatedTheCaller_handsItOverByItsSecurityContext() throws Exception {
    start(new ResourceConfig(AuthenticateByHeader.class).register(bindProviders()));
    assertThat(createAs("ci", "ci").body()).contains("AUTHZ-cdgFk");
    assertThat(create("ci", null).body()).contains("auth header missing");
  }

  @Test
  void host_thatBindsItsOwnLatchkey_isAskedByIt() throws Exception {
    Latchkey own =
        new Latchkey(
            new Providers(store, directory, permissions),
            new TokenFormat("own_"),
            TokenDigester.plain(),
            Clock.systemUTC());
    start(
        new ResourceConfig(AuthenticateByHeader.class)
            .register(
                new AbstractBinder() {
                  @Override
                  protected void configure() {
                    bind(own).to(Latchkey.class);
                  }
                }));
    assertThat(createAs("admin", "ci").body()).contains("\"token\":\"own_");
  }

  @Test
  void host_thatCannotSendTrailers_refusesGrpc_andTakesGrpcWeb() throws Exception {
    start(new ResourceConfig(AuthenticateByHeader.class).register(bindProviders()));
    HttpResponse<String> grpc = addByName("application/grpc");
    assertThat(grpc.headers().firstValue("grpc-status")).contains("12");
    assertThat(grpc.headers().firstValue("grpc-message").orElseThrow())
        .startsWith("no trailers can be sent");
    HttpResponse<String> web = addByName("application/grpc-web");
    assertThat(web.headers().firstValue("grpc-status")).isEmpty();
    assertThat(web.body()).contains("lkpat_").endsWith("grpc-status:0\r\n");
  }

  /** AddPersonalAccessToken with {@code user_id: "ci"}. */
  private HttpResponse<String> addByName(String contentType) throws Exception {
    return send(
        request("zitadel.management.v1.ManagementService/AddPersonalAccessToken")
            .header("X-Host-User", "admin")
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofByteArray(HexFormat.of().parseHex("00000000040a026369"))));
  }

  @Test
  void resource_ofTheHost_isGuardedByTheBearerFilter() throws Exception {
    start(new ResourceConfig(AuthenticateByHeader.class, Guarded.class).register(bindProviders()));
    String token = createAs("admin", "ci").body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
    assertThat(get("guarded", token).body()).isEqualTo("ci of acme by Bearer");
    HttpResponse<String> refused = get("guarded", token + "x");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body()).contains("AUTH-7fs1e");
    assertThat(refused.headers().firstValue("WWW-Authenticate"))
        .contains("Bearer realm=\"latchkey\", error=\"invalid_token\"");
    assertThat(get("open", null).body()).isEqualTo("open");
  }

  @Test
  void provider_thatCouldNotTell_is503AndNobodyIsLetIn() throws Exception {
    start(
        new ResourceConfig(AuthenticateByHeader.class, Guarded.class)
            .property("latchkey.revocation-bound", "PT0S")
            .register(bindProviders()));
    String token = createAs("admin", "ci").body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
    store.fail(Effect.NONE);
    unavailable(create("ci", token), "LATCHKEY-Un4vl");
    unavailable(get("guarded", token), "LATCHKEY-Un4vl");
    unavailable(createAs("admin", "ci"), "LATCHKEY-Un4vl");
    store.fail(Effect.UNKNOWN);
    unavailable(createAs("admin", "ci"), "LATCHKEY-Un7kn");
    store.recover();
    directory.fail(Effect.NONE);
    unavailable(create("ci", token), "LATCHKEY-Un4vl");
    directory.recover();
    permissions.fail(Effect.NONE);
    unavailable(createAs("admin", "ci"), "LATCHKEY-Un4vl");
    permissions.recover();
    assertThat(createAs("admin", "ci").statusCode()).isEqualTo(200);
  }

  @Test
  void host_keepsItsOwnErrors() throws Exception {
    start(new ResourceConfig(Guarded.class).register(bindProviders()));
    HttpResponse<String> unknown = get("nothing", null);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).isEmpty();
    assertThat(unknown.headers().firstValue("Cache-Control")).isEmpty();
  }

  private static void unavailable(HttpResponse<String> response, String id) {
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).contains("\"code\":14").contains(id);
  }

  private AbstractBinder bindProviders() {
    return new AbstractBinder() {
      @Override
      protected void configure() {
        bind(store).to(TokenStore.class);
        bind(directory).to(UserDirectory.class);
        bind(permissions).to(PermissionChecker.class);
      }
    };
  }

  private void start(ResourceConfig application) {
    server = JdkHttpServerFactory.createHttpServer(ANY_PORT, application);
  }

  private HttpResponse<String> create(String userId, String token) throws Exception {
    HttpRequest.Builder request = request("management/v1/users/" + userId + "/pats");
    return send(bearer(request, token).POST(BodyPublishers.noBody()));
  }

  private HttpResponse<String> createAs(String hostUser, String userId) throws Exception {
    return send(
        request("management/v1/users/" + userId + "/pats")
            .header("X-Host-User", hostUser)
            .POST(BodyPublishers.noBody()));
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    return send(bearer(request(path), token));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + path));
  }

  private static HttpRequest.Builder bearer(HttpRequest.Builder request, String token) {
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** How a host with an authentication of its own hands its callers over. */
  public static final class AuthenticateByHeader implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext context) {
      String user = context.getHeaderString("X-Host-User");
      if (user != null) {
        SecurityContext before = context.getSecurityContext();
        context.setSecurityContext(
            new SecurityContext() {
              @Override
              public Principal getUserPrincipal() {
                return new CallerPrincipal(new Caller(user, "acme"));
              }

              @Override
              public boolean isUserInRole(String role) {
                return before.isUserInRole(role);
              }

              @Override
              public boolean isSecure() {
                return before.isSecure();
              }

              @Override
              public String getAuthenticationScheme() {
                return "host";
              }
            });
      }
    }
  }

  /** Resources of a host that wants tokens for one of them. */
  @Path("/")
  public static final class Guarded {

    @GET
    @Path("guarded")
    @BearerTokenRequired
    public String guarded(@Context SecurityContext security) {
      Caller caller = ((CallerPrincipal) security.getUserPrincipal()).caller();
      return caller.userId()
          + " of "
          + caller.organizationId()
          + " by "
          + security.getAuthenticationScheme();
    }

    @GET
    @Path("open")
    public String open() {
      return "open";
    }
  }
}
