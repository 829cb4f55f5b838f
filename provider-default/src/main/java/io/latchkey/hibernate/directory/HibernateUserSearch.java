package io.latchkey.hibernate.directory;

import static java.util.Objects.requireNonNull;

import io.latchkey.hibernate.database.DatabaseAccess;
import io.latchkey.hibernate.database.StorableText;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserSearch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The search for users, as one query. */
final class HibernateUserSearch implements UserSearch {

  private final DatabaseAccess database;

  HibernateUserSearch(DatabaseAccess database) {
    this.database = database;
  }

  @Override
  public List<User> search(Query query) {
    Map<String, Object> values = values(requireNonNull(query, "query"));
    String where = values.isEmpty() ? "" : " where " + String.join(" and ", values.keySet());
    return database.read(
        session -> {
          if (!StorableText.is(query.organizationId().orElse(""))
              || !StorableText.is(query.loginNamePrefix().orElse(""))) {
            return List.of();
          }
          var select =
              session.createSelectionQuery(
                  "from User u" + where + " order by code_points(u.userId)", UserRow.class);
          int place = 1;
          for (Object value : values.values()) {
            select.setParameter(place++, value);
          }
          return select
              .setMaxResults(query.limit())
              .getResultStream()
              .map(UserRow::toUser)
              .toList();
        });
  }

  /** The value of each predicate; the text of a predicate names the place of its value. */
  private static Map<String, Object> values(Query query) {
    Map<String, Object> values = new LinkedHashMap<>();
    query
        .organizationId()
        .ifPresent(id -> values.put("u.organizationId = ?" + (values.size() + 1), id));
    query.kind().ifPresent(kind -> values.put("u.kind = ?" + (values.size() + 1), kind.name()));
    query
        .loginNamePrefix()
        .ifPresent(
            prefix ->
                values.put(
                    "u.loginNameFolded like ?" + (values.size() + 1) + " escape '!'",
                    UserRow.fold(prefix).replaceAll("[!%_]", "!$0") + "%"));
    query
        .after()
        .ifPresent(
            id ->
                values.put(
                    "code_points(u.userId) > code_points(?" + (values.size() + 1) + ")",
                    StorableText.beginning(id)));
    return values;
  }
}
