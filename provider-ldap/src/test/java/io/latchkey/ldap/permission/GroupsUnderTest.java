package io.latchkey.ldap.permission;

import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.ReadOnlySearchRequest;
import io.latchkey.ldap.DirectoryContext;
import io.latchkey.ldap.server.FreeFormServer;
import io.latchkey.ldap.server.SearchRecorder;
import io.latchkey.spi.permission.Caller;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermissionDecision;
import io.latchkey.spi.permission.PermissionRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A server with people and groups, and checkers over it. */
final class GroupsUnderTest implements AutoCloseable {

  static final String BASE = "dc=example,dc=com";
  static final String PEOPLE = "ou=people," + BASE;
  static final String GROUPS = "ou=groups," + BASE;

  private final SearchRecorder searches = new SearchRecorder();
  private final FreeFormServer server;
  private final List<Runnable> open = new ArrayList<>();

  GroupsUnderTest(InMemoryOperationInterceptor... interceptors) {
    server =
        FreeFormServer.start(
            Stream.concat(Stream.of(searches), Arrays.stream(interceptors))
                .toArray(InMemoryOperationInterceptor[]::new));
  }

  static String user(String uid) {
    return "uid=" + uid + "," + PEOPLE;
  }

  static String group(String cn) {
    return "cn=" + cn + "," + GROUPS;
  }

  void addUser(String uid, String... more) {
    add(user(uid), "person", "uid", List.of(uid), more);
  }

  void addGroup(String cn, String... members) {
    add(group(cn), "groupOfNames", "member", List.of(members), "cn: " + cn);
  }

  /** With more attributes as LDIF lines. */
  void add(String dn, String objectClass, String attribute, List<String> values, String... more) {
    Entry entry = new Entry(dn, new Attribute("objectClass", objectClass));
    if (!values.isEmpty()) {
      entry.addAttribute(new Attribute(attribute, values));
    }
    for (String line : more) {
      String[] words = line.split(": ", 2);
      entry.addAttribute(words[0], words[1]);
    }
    server.add(entry.toLDIF());
  }

  FreeFormServer server() {
    return server;
  }

  /** What was asked since the last call. */
  List<String> filters() {
    return searches.take().stream().map(request -> request.getFilter().toString()).toList();
  }

  List<ReadOnlySearchRequest> requests() {
    return searches.take();
  }

  PermissionChecker checker(String... keysAndValues) {
    Map<String, String> keys =
        new HashMap<>(
            Map.of(
                "preset",
                "openldap",
                "base-dn",
                BASE,
                "users.base-dn",
                PEOPLE,
                "users.filter",
                "(objectClass=person)",
                "groups.base-dn",
                GROUPS,
                "groups.filter",
                "(objectClass=groupOfNames)"));
    for (int i = 0; i < keysAndValues.length; i += 2) {
      keys.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    DirectoryContext context = DirectoryContext.of(server, keys);
    PermissionChecker checker = context.permissions();
    open.add(checker::close);
    open.add(context::close);
    return checker;
  }

  static PermissionDecision decide(PermissionChecker checker, String userId, String organization) {
    return checker.check(
        new PermissionRequest(
            new Caller(userId, "home"), "user.write", organization, Optional.empty()));
  }

  @Override
  public void close() {
    open.forEach(Runnable::run);
    server.close();
  }
}
