package com.example.latchkey.cassandra;

import io.latchkey.spi.token.TokenOwner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Who has, or had, tokens: what a list over several owners starts from. */
final class Owners {

  /** So that the list of owners is spread over the cluster. Not to be changed once there is one. */
  private static final int BUCKETS = 16;

  private final ClusterAccess access;

  Owners(ClusterAccess access) {
    this.access = access;
  }

  /** Before its first event; an owner without one does no harm. May be added twice. */
  void add(Deadline deadline, TokenOwner owner) {
    access.write(deadline, statements -> statements.addOwner(bucket(owner), owner));
  }

  List<TokenOwner> all() {
    List<TokenOwner> owners = new ArrayList<>();
    access.readEach(
        IntStream.range(0, BUCKETS).mapToObj(Owners::query).toList(),
        row ->
            owners.add(
                new TokenOwner(Rows.text(row, "organization_id"), Rows.text(row, "user_id"))));
    return owners;
  }

  private static Query query(int bucket) {
    return statements -> statements.owners(bucket);
  }

  /**
   * By the texts' own hash, which the Java language fixes: every host must find the same bucket.
   */
  private static int bucket(TokenOwner owner) {
    return Math.floorMod(
        31 * owner.organizationId().hashCode() + owner.userId().hashCode(), BUCKETS);
  }
}
