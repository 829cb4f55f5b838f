package io.latchkey.bench.ldap;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import io.latchkey.bench.measure.LoadRun;
import io.latchkey.ldap.LdapTokenStoreFactory;
import io.latchkey.ldap.LdapUserDirectoryFactory;
import io.latchkey.ldap.server.Slapd;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.TestContext;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The LDAP provider on an OpenLDAP of 100,000 users, beside the SDK's own searches and adds on the
 * same server, with as many connections.
 */
public final class LdapRun {

  private static final int USERS = 100_000;
  private static final int TOKENS = 2_000;
  private static final int CONNECTIONS = 8;
  private static final Instant DATE = Instant.parse("2030-01-01T00:00:00Z");

  private LdapRun() {}

  /**
   * Runs it.
   *
   * @param arguments none
   * @throws Exception if anything fails
   */
  @SuppressWarnings("SystemOut") // a command line talks to its user
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("latchkey-bench");
    try (Slapd slapd = Slapd.start(folder.resolve("slapd"))) {
      slapd.load(entries(slapd.baseDn(), folder.resolve("users.ldif")));
      try (TestContext context = new TestContext(settings(slapd), folder);
          UserDirectory directory = new LdapUserDirectoryFactory().create(context);
          TokenStore store = new LdapTokenStoreFactory().create(context);
          LDAPConnection first = connection(slapd);
          LDAPConnectionPool sdk = new LDAPConnectionPool(first, CONNECTIONS)) {
        System.out.println("| what | threads | SDK alone, a second | Latchkey, a second | ratio |");
        System.out.println("|---|---|---|---|---|");
        run(lookups(slapd, sdk, directory));
        run(verification(slapd, sdk, store));
        run(creation(slapd, sdk, store));
      }
    }
  }

  private static void run(LoadRun run) {
    run.print(1);
    run.print(8);
  }

  /** The same base, filter and attributes. */
  private static LoadRun lookups(Slapd slapd, LDAPConnectionPool sdk, UserDirectory directory) {
    Filter filter = Filter.createPresenceFilter("uid");
    return new LoadRun(
        "user by id, of 100,000",
        random ->
            required(
                () ->
                    sdk.searchForEntry(
                        slapd.baseDn(),
                        SearchScope.SUB,
                        Filter.createANDFilter(
                            filter, Filter.createEqualityFilter("uid", uid(random))),
                        "uid",
                        "cn",
                        "objectClass",
                        "pwdAccountLockedTime",
                        "pwdStartTime",
                        "pwdEndTime")),
        random -> required(() -> directory.findUser(uid(random)).orElseThrow()));
  }

  /** The same entries, named by a digest. */
  private static LoadRun verification(Slapd slapd, LDAPConnectionPool sdk, TokenStore store)
      throws LDAPException {
    for (int i = 0; i < TOKENS; i++) {
      store.create(token(i, i));
    }
    List<String> dns =
        sdk
            .search(
                "ou=tokens," + slapd.baseDn(),
                SearchScope.ONE,
                Filter.createEqualityFilter("objectClass", "latchkeyToken"),
                "1.1")
            .getSearchEntries()
            .stream()
            .map(entry -> entry.getDN())
            .toList();
    return new LoadRun(
        "token by digest",
        random -> required(() -> sdk.getEntry(dns.get((int) (random % TOKENS)))),
        random -> required(() -> store.findByDigest(digest(random % TOKENS)).orElseThrow()));
  }

  /** One entry is what an add costs at the least; a create writes four. */
  private static LoadRun creation(Slapd slapd, LDAPConnectionPool sdk, TokenStore store) {
    AtomicLong next = new AtomicLong(TOKENS);
    return new LoadRun(
        "create, beside one add",
        random ->
            required(
                () ->
                    sdk.add(
                        "dn: cn=" + next.incrementAndGet() + ",ou=tokens," + slapd.baseDn(),
                        "objectClass: applicationProcess",
                        "cn: " + next.get())),
        random -> store.create(token(next.incrementAndGet(), random % USERS)));
  }

  private interface Asking {
    Object ask() throws Exception;
  }

  private static void required(Asking asking) {
    try {
      if (asking.ask() == null) {
        throw new IllegalStateException("not found");
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static NewToken token(long id, long user) {
    return new NewToken(
        id + 1,
        new TokenOwner("example.com", uid(user)),
        digest(id),
        DATE,
        DATE,
        List.of("openid", "profile"),
        Optional.empty());
  }

  private static TokenDigest digest(long id) {
    return new TokenDigest("SHA-256", "", ByteBuffer.allocate(32).putLong(id).array());
  }

  private static String uid(long random) {
    return "user-" + random % USERS;
  }

  private static LDAPConnection connection(Slapd slapd) throws LDAPException {
    return new LDAPConnection(
        slapd.uri().getHost(), slapd.uri().getPort(), slapd.bindDn(), slapd.password());
  }

  private static Map<String, String> settings(Slapd slapd) {
    return Map.of(
        "url", slapd.uri().toString(),
        "bind-dn", slapd.bindDn(),
        "bind-password", slapd.password(),
        "pool-size", Integer.toString(CONNECTIONS),
        "preset", "openldap",
        "base-dn", slapd.baseDn(),
        "tokens.base-dn", "ou=tokens," + slapd.baseDn());
  }

  private static Path entries(String base, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
      for (String ou : List.of("people", "tokens")) {
        out.write("dn: ou=" + ou + "," + base + "\nobjectClass: organizationalUnit\n\n");
      }
      for (int i = 0; i < USERS; i++) {
        out.write("dn: uid=" + uid(i) + ",ou=people," + base + "\n");
        out.write("objectClass: account\nobjectClass: simpleSecurityObject\n");
        out.write("userPassword: x\nuid: " + uid(i) + "\n\n");
      }
    }
    return file;
  }
}
