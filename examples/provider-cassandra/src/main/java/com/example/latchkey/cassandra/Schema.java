package com.example.latchkey.cassandra;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;

/** Three tables, and two types for what a row of a token holds. */
final class Schema {

  static final String CLAIM = "claim";
  static final String OWNER = "token_owner";
  static final String TOKEN = "owner_token";
  private static final String LIVE = "live_token";
  private static final String GONE = "gone_token";

  private Schema() {}

  private static String keyspace(String keyspace, int replication) {
    return "CREATE KEYSPACE IF NOT EXISTS "
        + keyspace
        + " WITH replication = {'class': 'NetworkTopologyStrategy', 'replication_factor': "
        + replication
        + "}";
  }

  /** What makes all of it, in order; what is there already stays as it is. */
  static List<String> all(String keyspace, int replication) {
    return List.of(
        keyspace(keyspace, replication),
        // One value for all of a token: it comes as one, and goes with one tombstone.
        type(
            keyspace,
            LIVE,
            "digest_name text, sequence bigint, created bigint, expires bigint,"
                + " scopes frozen<list<text>>, name text"),
        // What is known for a while of a token that was removed, or of an attempt that was aborted.
        type(keyspace, GONE, "sequence bigint, removed_by uuid, removal_sequence bigint"),
        // Who holds a token id or a digest.
        table(
            keyspace,
            CLAIM,
            "realm text, name text, organization_id text, user_id text, token_id bigint,"
                + " attempt uuid, PRIMARY KEY ((realm, name))"),
        // Who has, or had, tokens.
        table(
            keyspace,
            OWNER,
            "realm text, bucket int, organization_id text, user_id text,"
                + " PRIMARY KEY ((realm, bucket), organization_id, user_id)"),
        // The truth: all tokens of an owner and the number of its last event, in one partition.
        table(
            keyspace,
            TOKEN,
            "realm text, organization_id text, user_id text, token_id bigint, attempt uuid,"
                + " last_sequence bigint static, live frozen<live_token>, gone frozen<gone_token>,"
                + " PRIMARY KEY ((realm, organization_id, user_id), token_id, attempt)"));
  }

  private static String type(String keyspace, String name, String fields) {
    return "CREATE TYPE IF NOT EXISTS " + keyspace + "." + name + " (" + fields + ")";
  }

  /** With an id that follows from the name, so that hosts that start at once make one table. */
  private static String table(String keyspace, String name, String columns) {
    UUID id = UUID.nameUUIDFromBytes((keyspace + "." + name).getBytes(UTF_8));
    return "CREATE TABLE IF NOT EXISTS "
        + keyspace
        + "."
        + name
        + " ("
        + columns
        + ") WITH ID = "
        + id;
  }
}
