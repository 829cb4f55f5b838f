package io.latchkey.core.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.core.Latchkey;
import io.latchkey.core.config.Settings;
import io.latchkey.core.config.StartupException;
import io.latchkey.spi.ConfigKey;
import io.latchkey.spi.ProviderContext;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.spi.token.TokenStoreFactory;
import io.latchkey.tck.memory.InMemoryPermissionCheckerFactory;
import io.latchkey.tck.memory.InMemoryTokenStore;
import io.latchkey.tck.memory.InMemoryTokenStoreFactory;
import io.latchkey.tck.memory.InMemoryUserDirectoryFactory;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderLookupTest {

  @TempDir private Path folder;

  /** What the factories below have seen, in order. */
  static final List<String> EVENTS = new ArrayList<>();

  @BeforeEach
  void forgetEvents() {
    EVENTS.clear();
  }

  @Test
  void open_withOneOfEachAndNoChoice_takesThose() throws Exception {
    try (Providers providers = open(lookup(InMemoryTokenStoreFactory.class))) {
      assertThat(providers.store()).isInstanceOf(InMemoryTokenStore.class);
    }
  }

  @Test
  void open_withoutAny_isAnErrorThatSaysWhatIsMissing() throws Exception {
    ProviderLookup lookup = lookup();
    refused(
        () -> open(lookup),
        "no TokenStore provider was found: put the jar of one on the class path");
  }

  @Test
  void open_withSeveralAndNoChoice_listsThemWithTheirOrigin() throws Exception {
    ProviderLookup lookup = lookup(InMemoryTokenStoreFactory.class, OtherFactory.class);
    String tckJar = jarOf(InMemoryTokenStoreFactory.class);
    refused(
        () -> open(lookup),
        "several TokenStore providers were found, and provider.store does not say which one to take: "
            + "memory ("
            + tckJar
            + "), other (test-classes)");
  }

  @Test
  void open_withAChoice_takesThatOne() throws Exception {
    ProviderLookup lookup = lookup(InMemoryTokenStoreFactory.class, OtherFactory.class);
    open(lookup, "--provider.store=other", "--other.url=here").close();
    assertThat(EVENTS).containsExactly("create url=here", "shared made", "close", "shared closed");
  }

  @Test
  void open_withAChoiceThatIsNotThere_listsWhatIs() throws Exception {
    ProviderLookup lookup = lookup(OtherFactory.class);
    refused(
        () -> open(lookup, "--provider.store=ldap"),
        "provider.store is \"ldap\", but no TokenStore provider has that id; found: other (test-classes)");
  }

  @Test
  void lookup_withOneIdTwice_isAnErrorThatNamesBoth() {
    refused(
        () -> lookup(OtherFactory.class, SameIdFactory.class),
        "two TokenStore providers have one id: other (test-classes), other (test-classes); remove one");
  }

  @Test
  void lookup_withAnIdThatIsNotAllowed_isAnError() {
    refused(
        () -> lookup(BadIdFactory.class),
        "the TokenStore provider "
            + BadIdFactory.class.getName()
            + " has an id that is not allowed: \"Bad Id\"");
  }

  @Test
  void lookup_ofABrokenProvider_isAnErrorThatNamesIt() {
    assertThatThrownBy(() -> lookup(List.of("com.example.Missing"), TokenStoreFactory.class))
        .isInstanceOf(StartupException.class)
        .hasMessageStartingWith("a TokenStore provider is broken: ")
        .hasMessageContaining("com.example.Missing");
  }

  @Test
  void keyOfAProvider_thatIsNotKnown_isAnErrorThatNamesTheNearest() throws Exception {
    ProviderLookup lookup = lookup(OtherFactory.class);
    refused(
        () -> open(lookup, "--other.ulr=x"),
        "unknown key other.ulr on the command line; did you mean other.url?");
  }

  @Test
  void provider_thatRefusesItsConfiguration_isASentence() throws Exception {
    ProviderLookup lookup = lookup(OtherFactory.class);
    refused(
        () -> open(lookup, "--other.url=wrong"),
        "the TokenStore provider other cannot be made: url is wrong");
  }

  @Test
  void provider_thatTheHostGives_winsAndIsNotClosed() throws Exception {
    InMemoryTokenStore given = new InMemoryTokenStore();
    Providers providers = open(lookup(OtherFactory.class).with(given));
    assertThat(providers.store()).isSameAs(given);
    providers.close();
    assertThat(given.check().isOk()).isTrue();
    assertThat(EVENTS).isEmpty();
  }

  @Test
  void keys_ofAnInterfaceThatTheHostGives_areNotThoseOfTheFactories() throws Exception {
    ProviderLookup lookup = lookup(OtherFactory.class);
    assertThat(lookup.keys()).extracting(ConfigKey::name).contains("other.url");
    assertThat(lookup.with(new InMemoryTokenStore()).keys())
        .extracting(ConfigKey::name)
        .containsExactly("provider.store", "provider.directory", "provider.permissions");
  }

  @Test
  void factory_thatThrowsWhatNoConfigurationExplains_isASentenceThatSaysWhat() throws Exception {
    ProviderLookup lookup = lookup(OtherFactory.class);
    refused(
        () -> open(lookup),
        "the TokenStore provider other cannot be made: the key other.url must be set: where");
    refused(
        () -> open(lookup, "--other.url=fail"),
        "the TokenStore provider other cannot be made: java.lang.IllegalStateException: failed");
  }

  @Test
  void everyFactory_ofAnOpenedLookup_getsTheDataDirectoryAndTheClock() throws Exception {
    open(lookup(OtherFactory.class), "--other.url=where").close();
    assertThat(EVENTS).contains("data " + folder);
  }

  private Providers open(ProviderLookup lookup, String... arguments) {
    Settings settings = Settings.of(Latchkey.keys(lookup)).withArguments(List.of(arguments));
    return lookup.open(settings, folder, Clock.systemUTC());
  }

  private ProviderLookup lookup(Class<?>... stores) throws Exception {
    return lookup(
        Stream.of(stores).map(Class::getName).collect(Collectors.toList()),
        TokenStoreFactory.class);
  }

  private ProviderLookup lookup(List<String> stores, Class<?> service) throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.write(services.resolve(service.getName()), stores);
    Files.write(
        services.resolve("io.latchkey.spi.directory.UserDirectoryFactory"),
        List.of(InMemoryUserDirectoryFactory.class.getName()));
    Files.write(
        services.resolve("io.latchkey.spi.permission.PermissionCheckerFactory"),
        List.of(InMemoryPermissionCheckerFactory.class.getName()));
    // Open as long as the test: its classes are those of the test's own loader.
    return ProviderLookup.in(
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, ProviderLookupTest.class.getClassLoader()));
  }

  private static String jarOf(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
        .getFileName()
        .toString();
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable action, String sentence) {
    assertThatThrownBy(action).isInstanceOf(StartupException.class).hasMessage(sentence);
  }

  /** A store with a key and a shared object. */
  public static class OtherFactory implements TokenStoreFactory {

    static final ConfigKey<String> URL = ConfigKey.string("url", "where");

    @Override
    public String id() {
      return "other";
    }

    @Override
    public List<ConfigKey<?>> keys() {
      return List.of(URL);
    }

    @Override
    public TokenStore create(ProviderContext context) {
      String url = context.config().get(URL);
      if (url.equals("wrong")) {
        throw new IllegalArgumentException("url is wrong");
      }
      if (url.equals("fail")) {
        throw new IllegalStateException("failed");
      }
      EVENTS.add(url.equals("where") ? "data " + context.dataDirectory() : "create url=" + url);
      context.shared(Shared.class, Shared::new);
      context.shared(
          Shared.class,
          () -> {
            throw new AssertionError("made twice");
          });
      InMemoryTokenStore store = new InMemoryTokenStore();
      return (TokenStore)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {TokenStore.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("close")) {
                  EVENTS.add("close");
                }
                return method.invoke(store, arguments);
              });
    }
  }

  /** What two providers of one id would share. */
  static final class Shared implements AutoCloseable {

    Shared() {
      EVENTS.add("shared made");
    }

    @Override
    public void close() {
      EVENTS.add("shared closed");
    }
  }

  /** Another factory with the id of {@link OtherFactory}. */
  public static final class SameIdFactory extends OtherFactory {}

  /** A factory with an id that is not allowed. */
  public static final class BadIdFactory extends OtherFactory {
    @Override
    public String id() {
      return "Bad Id";
    }
  }
}
