package io.latchkey.tck;

import static io.latchkey.tck.Samples.NOW;
import static io.latchkey.tck.Samples.OWNER;
import static io.latchkey.tck.Samples.token;
import static io.latchkey.tck.Samples.withDates;
import static io.latchkey.tck.Samples.withDigest;
import static io.latchkey.tck.Samples.withName;
import static io.latchkey.tck.Samples.withScopes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenCondition;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.tck.rule.Rule;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every value that the SPI allows comes back as it was stored, and no two of them are mixed up. */
public abstract class TokenValuesContract extends TokenStoreTopic {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("one character", "x"),
          Map.entry("200 characters", "x".repeat(200)),
          Map.entry("200 characters of three bytes", "\u20ac".repeat(200)),
          Map.entry("100 supplementary characters", "\ud83d\ude00".repeat(100)),
          Map.entry("accents", "\u00e9\u00df\u0130\u0131"),
          Map.entry("right to left", "\u05d0\u05d1 \u0627\u0644"),
          Map.entry("SQL", "'; drop table tokens; --\"`\\%_"),
          Map.entry("LDAP", "*)(uid=*))(|(cn=\\2a,dc=+<>;#"),
          Map.entry("JSON", "{\"a\":[1,\"\\u0000\"]}"),
          Map.entry("trailing blank", "x "),
          Map.entry("leading blank", " x"),
          Map.entry("a blank alone", " "),
          Map.entry("tab and line breaks", "a\tb\r\nc"),
          Map.entry("a combining accent", "e\u0301"),
          Map.entry("upper and lower case", "MiXeD"),
          Map.entry("digits with leading zeros", "007"),
          Map.entry("the word null", "null"));

  /** Texts that a careless backend takes for the same. */
  private static final Map<String, List<String>> LOOKALIKES =
      Map.of(
          "letter case", List.of("User", "user"),
          "accent", List.of("resume", "r\u00e9sum\u00e9"),
          "composed and decomposed", List.of("\u00e9", "e\u0301"),
          "sharp s", List.of("stra\u00dfe", "strasse"),
          "trailing blank", List.of("user", "user "),
          "leading blank", List.of("user", " user"),
          "leading zero", List.of("7", "07"),
          "two blanks", List.of("a b", "a  b"),
          "wildcard", List.of("us_r", "user"),
          "supplementary", List.of("\ud83d\ude00", "\ud83d\ude01"));

  /** For the {@link TokenStoreContract}. */
  TokenValuesContract() {}

  @Rule("TS-17")
  @TestFactory
  public final Stream<DynamicTest> ids_areKept() {
    return Stream.concat(
        ofTexts("user id: ", text -> token(new TokenOwner("org-1", text), nextId())),
        ofTexts("organization id: ", text -> token(new TokenOwner(text, "user-1"), nextId())));
  }

  @Rule("TS-18")
  @TestFactory
  public final Stream<DynamicTest> names_areKept() {
    return ofTexts("name: ", text -> withName(token(OWNER, nextId()), text));
  }

  @Rule("TS-19")
  @TestFactory
  public final Stream<DynamicTest> userIds_thatLookAlike_areDifferentOwners() {
    return ofLookalikes(text -> new TokenOwner("org-1", text));
  }

  @Rule("TS-20")
  @TestFactory
  public final Stream<DynamicTest> organizationIds_thatLookAlike_areDifferentOwners() {
    return ofLookalikes(text -> new TokenOwner(text, "user-1"));
  }

  @Rule("TS-21")
  @TestFactory
  public final Stream<DynamicTest> dates_areKept() {
    return Stream.of(
        ofDates("in the year 1", FIRST, FIRST.plusNanos(1_000)),
        ofDates("at the end of the year 9999", LAST.minusNanos(1_000), LAST),
        ofDates(
            "before the Gregorian calendar",
            Instant.parse("1582-10-10T12:00:00.000001Z"),
            Instant.parse("1582-10-15T00:00:00Z")),
        ofDates(
            "just before the epoch", Instant.parse("1969-12-31T23:59:59.999999Z"), Instant.EPOCH),
        ofDates(
            "in the hour that clocks skip",
            Instant.parse("2026-03-29T01:30:00Z"),
            Instant.parse("2026-03-29T02:30:00Z")),
        ofDates("in microseconds", NOW.plusNanos(1_000), NOW.plusNanos(2_000)));
  }

  @Rule("TS-22")
  @TestFactory
  public final Stream<DynamicTest> tokenIds_areKept() {
    return Stream.of(1L, 1L << 32, (1L << 53) + 1, Long.MAX_VALUE - 1, Long.MAX_VALUE)
        .map(id -> kept("id " + id, token(OWNER, id)));
  }

  @Rule("TS-23")
  @TestFactory
  public final Stream<DynamicTest> scopes_areKept() {
    return Stream.of(
        ofScopes("in order", List.of("z", "a", "urn:zitadel:iam:user:metadata")),
        ofScopes("one twice", List.of("a", "b", "a")),
        ofScopes("none", List.of()),
        ofScopes("every sign", List.of("!#$%&'()*+,-./:;<=>?@[]^_`{|}~", "A", "a")),
        ofScopes("thirty of 200 characters", Collections.nCopies(30, "s".repeat(200))));
  }

  @Rule("TS-24")
  @TestFactory
  public final Stream<DynamicTest> digests_areFound() {
    return Stream.of(
        ofDigest("16 bytes", new TokenDigest("MD5", "", everyByte(0, 16))),
        ofDigest("64 bytes", new TokenDigest("SHA-512", "", everyByte(192, 64))),
        ofDigest("zeros", new TokenDigest("SHA-256", "", new byte[32])),
        ofDigest(
            "the longest algorithm and key",
            new TokenDigest("A".repeat(40), "\u20ac".repeat(40), everyByte(96, 32))));
  }

  private long lastId;

  private long nextId() {
    return ++lastId;
  }

  private interface TokenOfText {
    NewToken of(String text);
  }

  private interface OwnerOfText {
    TokenOwner of(String text);
  }

  private Stream<DynamicTest> ofTexts(String what, TokenOfText token) {
    return TEXTS.entrySet().stream()
        .map(text -> kept(what + text.getKey(), token.of(text.getValue())));
  }

  private DynamicTest ofDates(String what, Instant creationDate, Instant expirationDate) {
    return kept(what, withDates(token(OWNER, nextId()), creationDate, expirationDate));
  }

  private DynamicTest ofScopes(String what, List<String> scopes) {
    return kept(what, withScopes(token(OWNER, nextId()), scopes));
  }

  private DynamicTest ofDigest(String what, TokenDigest digest) {
    return kept(what, withDigest(token(OWNER, nextId()), digest));
  }

  private DynamicTest kept(String what, NewToken token) {
    return dynamicTest(what, () -> assertKept(token));
  }

  private Stream<DynamicTest> ofLookalikes(OwnerOfText owner) {
    return LOOKALIKES.entrySet().stream()
        .map(
            pair ->
                dynamicTest(
                    pair.getKey(),
                    () ->
                        assertDifferent(
                            owner.of(pair.getValue().get(0)), owner.of(pair.getValue().get(1)))));
  }

  private void assertKept(NewToken token) {
    StoredToken stored = created(token);

    assertThat(store.findByDigest(token.digest())).as("found by digest").contains(stored);
    assertThat(store.get(token.owner(), token.tokenId())).as("got by id").contains(stored);
    assertThat(
            listed(
                new TokenCondition.IdIs(token.tokenId()),
                new TokenCondition.UserIs(token.owner().userId()),
                new TokenCondition.OrganizationIs(token.owner().organizationId())))
        .as("listed by token, user and organization")
        .containsExactly(stored);
  }

  /** The pairs share texts with each other, so that only what belongs to this pair is looked at. */
  private void assertDifferent(TokenOwner one, TokenOwner other) {
    store.removeAll(one, NOW);
    store.removeAll(other, NOW);
    StoredToken first = created(token(one, nextId()));
    StoredToken second = created(token(other, nextId()));

    assertThat(store.get(other, first.tokenId())).as("token of the one, as the other").isEmpty();
    assertThat(store.get(one, second.tokenId())).as("token of the other, as the one").isEmpty();
    assertThat(listed(ofOwner(one))).as("list of the one").containsExactly(first);
    assertThat(listed(ofOwner(other))).as("list of the other").containsExactly(second);
    assertThat(store.removeAll(other, NOW)).as("removed from the other").isEqualTo(1);
    assertThat(store.get(one, first.tokenId())).as("what the one has left").contains(first);
  }

  private static TokenCondition[] ofOwner(TokenOwner owner) {
    return new TokenCondition[] {
      new TokenCondition.UserIs(owner.userId()),
      new TokenCondition.OrganizationIs(owner.organizationId())
    };
  }

  private static byte[] everyByte(int first, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (first + i);
    }
    return bytes;
  }
}
