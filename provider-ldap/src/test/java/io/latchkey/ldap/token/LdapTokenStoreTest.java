package io.latchkey.ldap.token;

import static io.latchkey.ldap.token.Tokens.NOW;
import static io.latchkey.ldap.token.Tokens.OWNER;
import static io.latchkey.ldap.token.Tokens.digest;
import static io.latchkey.ldap.token.Tokens.expired;
import static io.latchkey.ldap.token.Tokens.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import io.latchkey.ldap.token.Interference.Fault;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.token.CreateResult.Duplicate;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenCondition;
import io.latchkey.spi.token.TokenCondition.AnyOf;
import io.latchkey.spi.token.TokenCondition.IdIs;
import io.latchkey.spi.token.TokenOrder;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands in the directory, and what is done about many entries or bad ones. */
class LdapTokenStoreTest {

  private TwoNodes nodes;

  @BeforeEach
  void open() throws Exception {
    nodes = new TwoNodes();
  }

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  void entries_ofAToken_showNothingOfTheDigest() {
    nodes.create(token(1));
    String hex = digest(1).hex();
    String chars = new String(digest(1).value(), StandardCharsets.ISO_8859_1);

    assertThat(nodes.entries()).hasSize(3);
    for (Entry entry : nodes.entries()) {
      assertThat(entry.getDN()).doesNotContain(hex);
      for (Attribute attribute : entry.getAttributes()) {
        assertThat(attribute.getValues())
            .noneMatch(value -> value.contains(hex) || value.contains(chars));
      }
    }
  }

  @Test
  void entries_afterRemoval_areTheEventCounterAlone() {
    nodes.create(token(1));
    nodes.node.remove(OWNER, 1, NOW);

    assertThat(nodes.entries())
        .extracting(entry -> entry.getAttributeValue("latchkeySequence"))
        .containsExactly("2");
  }

  @Test
  void create_withDigestOfAnotherId_leavesNothing() {
    nodes.create(token(1));
    assertThat(nodes.node.create(token(2, digest(1)))).isEqualTo(new Duplicate());

    assertThat(nodes.entries()).hasSize(3);
    assertThat(nodes.create(token(2)).sequence()).isEqualTo(2);
  }

  @Test
  void create_withIdOfAnotherDigest_leavesNothing() {
    nodes.create(token(1));
    assertThat(nodes.node.create(token(1, digest(2)))).isEqualTo(new Duplicate());

    assertThat(nodes.entries()).hasSize(3);
    assertThat(nodes.create(token(2)).sequence()).isEqualTo(2);
  }

  @Test
  void create_withDigestOfABrokenCreateOfAnotherToken_isDuplicate() {
    breakOffBeforeCounting(token(1));
    NewToken longer = token(OWNER, 1, digest(1), NOW.plusSeconds(7200));

    assertThat(nodes.node.create(longer)).isEqualTo(new Duplicate());
    assertThat(nodes.create(token(1)).sequence()).isEqualTo(1);
  }

  private void breakOffBeforeCounting(NewToken token) {
    nodes.interference.at(5, Fault.REFUSAL);
    assertUnavailable(() -> nodes.create(token));
    nodes.interference.end();
  }

  @Test
  void removeExpired_ofTokensThatWereNeverCounted_takesThemAndTheirReservations() {
    breakOffBeforeCounting(expired(1));
    nodes.interference.at(2, Fault.REFUSAL);
    assertUnavailable(() -> nodes.create(expired(2)));
    nodes.interference.end();
    assertThat(nodes.entries()).hasSize(3);

    assertThat(nodes.node.removeExpired(NOW, 10)).isZero();
    assertThat(nodes.entries()).isEmpty();
  }

  @Test
  void removeExpired_leavesReservationsOfTokensThatAreThere() {
    nodes.plant(token(1), 1);
    nodes.spoil(entry("latchkeyTokenReservation"), "latchkeyExpirationDate", "0");

    assertThat(nodes.node.removeExpired(NOW, 10)).isZero();
    assertThat(nodes.node.get(OWNER, 1)).isPresent();
  }

  @Test
  void removeExpired_inSeveralBatches_keepsToTheLimit() {
    LongStream.rangeClosed(1, 1100).forEach(id -> nodes.plant(expired(id), id));
    nodes.create(token(2000));

    assertThat(nodes.node.removeExpired(NOW, 1050)).isEqualTo(1050);
    assertThat(nodes.node.removeExpired(NOW, 1050)).isEqualTo(50);
    assertThat(nodes.entries()).hasSize(3);
    assertThat(nodes.create(token(2001)).sequence()).isEqualTo(2);
  }

  @Test
  void list_ofMoreThanAPageOfTheServer_holdsAll() {
    LongStream.rangeClosed(1, 1100).forEach(id -> nodes.plant(token(id), id));
    TokenOrder byId = new TokenOrder(TokenOrder.Field.TOKEN_ID, true);
    List<Long> ids = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      TokenPage page = nodes.node.list(new TokenQuery(List.of(), byId, cursor, 0, 400));
      page.tokens().forEach(token -> ids.add(token.tokenId()));
      assertThat(page.total()).isEqualTo(1100);
      cursor = page.next();
    } while (cursor.isPresent());

    assertThat(ids).isEqualTo(LongStream.rangeClosed(1, 1100).boxed().toList());
  }

  @Test
  void list_ofAThousandAlternatives_findsThem() {
    nodes.plant(token(7), 1);
    nodes.plant(token(2000), 2);
    TokenCondition anyOf =
        new AnyOf(LongStream.range(0, 1000).<TokenCondition>mapToObj(IdIs::new).toList());

    assertThat(
            nodes
                .node
                .list(
                    new TokenQuery(
                        List.of(anyOf), TokenOrder.NEWEST_FIRST, Optional.empty(), 0, 10))
                .tokens())
        .extracting(StoredToken::tokenId)
        .containsExactly(7L);
  }

  @Test
  void removeAll_ofMoreThanABatch_countsOneEventForEach() {
    LongStream.rangeClosed(1, 250).forEach(id -> nodes.plant(token(id), id));
    TokenOwner other = new TokenOwner(OWNER.organizationId(), "other");
    nodes.plant(token(other, 251, digest(251), NOW), 1);

    assertThat(nodes.node.removeAll(OWNER, NOW)).isEqualTo(250);
    assertThat(nodes.listed()).extracting(StoredToken::tokenId).containsExactly(251L);
    assertThat(nodes.create(token(1000)).sequence()).isEqualTo(251);
  }

  @Test
  void create_withCounterThatSomebodyHasSpoiled_saysWhich() {
    nodes.create(token(1));
    nodes.spoil(entry("latchkeyEventCounter"), "latchkeyPending", "something else");

    assertThatThrownBy(() -> nodes.create(token(2)))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessage(
            "an entry of the tokens in the directory has no latchkeyPending"
                + " that can be understood");
  }

  @Test
  void findByDigest_withTokenThatSomebodyHasSpoiled_saysWhat() {
    nodes.create(token(1));
    nodes.spoil(entry("latchkeyToken"), "latchkeySequence", "0");

    assertThatThrownBy(() -> nodes.node.findByDigest(digest(1)))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessage(
            "an entry of the tokens in the directory cannot be understood:"
                + " sequence must be 1 or more: 0");
  }

  private Entry entry(String objectClass) {
    return nodes.entries().stream()
        .filter(entry -> entry.hasObjectClass(objectClass))
        .findFirst()
        .orElseThrow();
  }

  private static void assertUnavailable(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(ProviderUnavailableException.class);
  }
}
