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
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
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

  @TestFactory
  public final Stream<DynamicTest> userId_isKept() {
    return ofTexts(text -> token(new TokenOwner("org-1", text), nextId()));
  }

  @TestFactory
  public final Stream<DynamicTest> organizationId_isKept() {
    return ofTexts(text -> token(new TokenOwner(text, "user-1"), nextId()));
  }

  @TestFactory
  public final Stream<DynamicTest> name_isKept() {
    return ofTexts(text -> withName(token(OWNER, nextId()), text));
  }

  @TestFactory
  public final Stream<DynamicTest> userIds_thatLookAlike_areDifferentOwners() {
    return ofLookalikes(text -> new TokenOwner("org-1", text));
  }

  @TestFactory
  public final Stream<DynamicTest> organizationIds_thatLookAlike_areDifferentOwners() {
    return ofLookalikes(text -> new TokenOwner(text, "user-1"));
  }

  @Test
  public final void dates_inYearOne_areKept() {
    assertKept(withDates(token(OWNER, 1), FIRST, FIRST.plusNanos(1_000)));
  }

  @Test
  public final void dates_atTheEndOfYear9999_areKept() {
    assertKept(withDates(token(OWNER, 1), LAST.minusNanos(1_000), LAST));
  }

  @Test
  public final void dates_beforeTheGregorianCalendar_areKept() {
    assertKept(
        withDates(
            token(OWNER, 1),
            Instant.parse("1582-10-10T12:00:00.000001Z"),
            Instant.parse("1582-10-15T00:00:00Z")));
  }

  @Test
  public final void dates_justBeforeTheEpoch_areKept() {
    assertKept(
        withDates(token(OWNER, 1), Instant.parse("1969-12-31T23:59:59.999999Z"), Instant.EPOCH));
  }

  @Test
  public final void dates_inTheHourThatClocksSkip_areKept() {
    assertKept(
        withDates(
            token(OWNER, 1),
            Instant.parse("2026-03-29T01:30:00Z"),
            Instant.parse("2026-03-29T02:30:00Z")));
  }

  @Test
  public final void dates_inMicroseconds_areKept() {
    assertKept(withDates(token(OWNER, 1), NOW.plusNanos(1_000), NOW.plusNanos(2_000)));
  }

  @Test
  public final void tokenId_ofOne_isKept() {
    assertKept(token(OWNER, 1));
  }

  @Test
  public final void tokenId_ofTheLargestNumber_isKept() {
    assertKept(token(OWNER, Long.MAX_VALUE));
  }

  @Test
  public final void scopes_areKeptInOrder() {
    assertKept(withScopes(token(OWNER, 1), List.of("z", "a", "urn:zitadel:iam:user:metadata")));
  }

  @Test
  public final void scopes_thatComeTwice_areKept() {
    assertKept(withScopes(token(OWNER, 1), List.of("a", "b", "a")));
  }

  @Test
  public final void scopes_ofNone_areKept() {
    assertKept(withScopes(token(OWNER, 1), List.of()));
  }

  @Test
  public final void scopes_withEverySign_areKept() {
    assertKept(withScopes(token(OWNER, 1), List.of("!#$%&'()*+,-./:;<=>?@[]^_`{|}~", "A", "a")));
  }

  @Test
  public final void scopes_ofThirtyOf200Characters_areKept() {
    assertKept(withScopes(token(OWNER, 1), Collections.nCopies(30, "s".repeat(200))));
  }

  @Test
  public final void digest_of16Bytes_isFound() {
    assertKept(withDigest(token(OWNER, 1), new TokenDigest("MD5", "", everyByte(0, 16))));
  }

  @Test
  public final void digest_of64Bytes_isFound() {
    assertKept(withDigest(token(OWNER, 1), new TokenDigest("SHA-512", "", everyByte(192, 64))));
  }

  @Test
  public final void digest_ofZeros_isFound() {
    assertKept(withDigest(token(OWNER, 1), new TokenDigest("SHA-256", "", new byte[32])));
  }

  @Test
  public final void digest_withLongestAlgorithmAndKey_isFound() {
    TokenDigest digest = new TokenDigest("A".repeat(40), "\u20ac".repeat(40), everyByte(96, 32));

    assertKept(withDigest(token(OWNER, 1), digest));
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

  private Stream<DynamicTest> ofTexts(TokenOfText token) {
    return TEXTS.entrySet().stream()
        .map(text -> dynamicTest(text.getKey(), () -> assertKept(token.of(text.getValue()))));
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

    assertThat(stored)
        .as("answer of create")
        .isEqualTo(StoredToken.created(token, stored.sequence()));
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
