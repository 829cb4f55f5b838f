package com.example.latchkey.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.type.UserDefinedType;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.TokenOwner;
import java.util.UUID;

/**
 * All that is said to the cluster, prepared once for a session. What changes a row does so under a
 * condition, so that Paxos decides; and it says who did it, so that it may be sent twice.
 */
final class Statements {

  /** How long the mark of a token that is gone is kept: longer than any call can be under way. */
  private static final String GONE_SECONDS = "86400";

  private static final String OF_CLAIM = " WHERE realm = ? AND name = ?";
  private static final String OF_OWNER = " WHERE realm = ? AND organization_id = ? AND user_id = ?";
  private static final String OF_ATTEMPT = OF_OWNER + " AND token_id = ? AND attempt = ?";

  private final String realm;
  private final PreparedStatement claim;
  private final PreparedStatement claimed;
  private final PreparedStatement takeOver;
  private final PreparedStatement release;
  private final PreparedStatement addOwner;
  private final PreparedStatement owners;
  private final PreparedStatement lastSequence;
  private final PreparedStatement count;
  private final PreparedStatement create;
  private final PreparedStatement abort;
  private final PreparedStatement remove;
  private final PreparedStatement tokens;
  private final PreparedStatement token;
  private final PreparedStatement attempt;

  Statements(CqlSession session, String keyspace, String realm) {
    this.realm = realm;
    String claims = keyspace + "." + Schema.CLAIM;
    String ownersTable = keyspace + "." + Schema.OWNER;
    String tokensTable = keyspace + "." + Schema.TOKEN;
    String columns =
        "SELECT organization_id, user_id, token_id, attempt, live, gone FROM " + tokensTable;
    claim =
        session.prepare(
            "INSERT INTO "
                + claims
                + " (realm, name, organization_id, user_id, token_id, attempt)"
                + " VALUES (?, ?, ?, ?, ?, ?) IF NOT EXISTS");
    claimed =
        session.prepare(
            "SELECT organization_id, user_id, token_id, attempt FROM " + claims + OF_CLAIM);
    takeOver =
        session.prepare(
            "UPDATE "
                + claims
                + " SET organization_id = ?, user_id = ?, token_id = ?, attempt = ?"
                + OF_CLAIM
                + " IF attempt = ?");
    release = session.prepare("DELETE FROM " + claims + OF_CLAIM + " IF attempt = ?");
    addOwner =
        session.prepare(
            "INSERT INTO "
                + ownersTable
                + " (realm, bucket, organization_id, user_id) VALUES (?, ?, ?, ?)");
    owners =
        session.prepare(
            "SELECT organization_id, user_id FROM "
                + ownersTable
                + " WHERE realm = ? AND bucket = ?");
    lastSequence =
        session.prepare(
            "SELECT DISTINCT realm, organization_id, user_id, last_sequence FROM "
                + tokensTable
                + OF_OWNER);
    count =
        session.prepare(
            "UPDATE "
                + tokensTable
                + " SET last_sequence = ?"
                + OF_OWNER
                + " IF last_sequence = ?");
    // By UPDATE, not INSERT: so the row is gone for good once its last value has expired.
    create =
        session.prepare(
            "UPDATE "
                + tokensTable
                + " SET live = ?"
                + OF_ATTEMPT
                + " IF live = null AND gone = null");
    abort =
        session.prepare(
            "UPDATE "
                + tokensTable
                + " USING TTL "
                + GONE_SECONDS
                + " SET gone = ?"
                + OF_ATTEMPT
                + " IF live = null AND gone = null");
    remove =
        session.prepare(
            "UPDATE "
                + tokensTable
                + " USING TTL "
                + GONE_SECONDS
                + " SET live = null, gone = ?"
                + OF_ATTEMPT
                + " IF live != null");
    tokens = session.prepare(columns + OF_OWNER);
    token = session.prepare(columns + OF_OWNER + " AND token_id = ?");
    attempt = session.prepare(columns + OF_ATTEMPT);
  }

  BoundStatement claim(String name, Claim holder) {
    TokenOwner owner = holder.owner();
    return claim.bind(
        realm, name, owner.organizationId(), owner.userId(), holder.tokenId(), holder.attempt());
  }

  BoundStatement claimed(String name) {
    return claimed.bind(realm, name);
  }

  BoundStatement takeOver(String name, Claim from, Claim to) {
    TokenOwner owner = to.owner();
    return takeOver.bind(
        owner.organizationId(),
        owner.userId(),
        to.tokenId(),
        to.attempt(),
        realm,
        name,
        from.attempt());
  }

  BoundStatement release(String name, UUID holder) {
    return release.bind(realm, name, holder);
  }

  BoundStatement addOwner(int bucket, TokenOwner owner) {
    return addOwner.bind(realm, bucket, owner.organizationId(), owner.userId());
  }

  BoundStatement owners(int bucket) {
    return owners.bind(realm, bucket);
  }

  BoundStatement lastSequence(TokenOwner owner) {
    return lastSequence.bind(realm, owner.organizationId(), owner.userId());
  }

  /** With 0 for an owner without events. */
  BoundStatement count(TokenOwner owner, long from, long to) {
    return count.bind(
        to, realm, owner.organizationId(), owner.userId(), from == 0 ? null : (Long) from);
  }

  BoundStatement create(NewToken made, UUID by, long sequence) {
    return create.bind(
        TokenRow.live(typeOfFirst(create), made, sequence),
        realm,
        made.owner().organizationId(),
        made.owner().userId(),
        made.tokenId(),
        by);
  }

  BoundStatement abort(Claim holder) {
    return abort.bind(
        typeOfFirst(abort).newValue(),
        realm,
        holder.owner().organizationId(),
        holder.owner().userId(),
        holder.tokenId(),
        holder.attempt());
  }

  /** With 0 for a removal that is no event. */
  BoundStatement remove(TokenOwner owner, TokenRow row, UUID by, long sequence) {
    return remove.bind(
        row.gone(typeOfFirst(remove), by, sequence),
        realm,
        owner.organizationId(),
        owner.userId(),
        row.tokenId(),
        row.attempt());
  }

  BoundStatement tokens(String organizationId, String userId) {
    return tokens.bind(realm, organizationId, userId);
  }

  BoundStatement token(TokenOwner owner, long tokenId) {
    return token.bind(realm, owner.organizationId(), owner.userId(), tokenId);
  }

  BoundStatement attempt(Claim holder) {
    return attempt.bind(
        realm,
        holder.owner().organizationId(),
        holder.owner().userId(),
        holder.tokenId(),
        holder.attempt());
  }

  private static UserDefinedType typeOfFirst(PreparedStatement statement) {
    return (UserDefinedType) statement.getVariableDefinitions().get(0).getType();
  }
}
