package io.latchkey.tck;

import static io.latchkey.tck.Samples.LATER;
import static io.latchkey.tck.Samples.NOW;
import static io.latchkey.tck.Samples.OWNER;
import static io.latchkey.tck.Samples.token;
import static io.latchkey.tck.Samples.withDigest;
import static io.latchkey.tck.Samples.withName;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.token.LastUseRecorder;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.tck.TokenStoreBackend.Feature;
import io.latchkey.tck.rule.Rule;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a store offers beyond what it must: just what its backend names, the record of last uses,
 * and what its backend shows. A feature that is not there has nothing more to keep than TS-89.
 */
public abstract class TokenFeaturesContract extends TokenStoreTopic {

  /** A token in clear, as a host hands it out; its store must never know it. */
  static final String CLEAR_TOKEN = "lkpat_3fTq9XbWm2LcVz7RkPdY5sHnJg8AeU4oQiC6xTvB1wEr0QkZt";

  private static final List<Charset> CHARSETS = List.of(UTF_8, UTF_16BE, UTF_16LE);

  /** For the {@link TokenStoreContract}. */
  TokenFeaturesContract() {}

  @Rule("TS-89")
  @Test
  public final void features_areThoseThatTheBackendNames() {
    created(token(OWNER, 1));

    assertThat(store.lastUse().isPresent())
        .as("lastUse() is present (LAST_USE is among the features)")
        .isEqualTo(backend().features().contains(Feature.LAST_USE));
    assertThat(store.recentRemovals().isPresent())
        .as("recentRemovals() is present (RECENT_REMOVALS is among the features)")
        .isEqualTo(backend().features().contains(Feature.RECENT_REMOVALS));
    try (Stream<byte[]> content = backend().content()) {
      assertThat(content.findAny().isPresent())
          .as("content() shows something (CONTENT is among the features)")
          .isEqualTo(backend().features().contains(Feature.CONTENT));
    }
  }

  @Rule("TS-90")
  @Test
  public final void lastUse_isTheLatestThatWasRecorded() {
    created(token(OWNER, 1));
    created(token(OWNER, 2));
    withLastUse(
        uses -> {
          assertThat(uses.of(1)).as("last use of a token that was never used").isEmpty();
          uses.record(1, NOW);
          assertThat(uses.of(1)).as("last use after one").contains(NOW);
          uses.record(1, LATER);
          assertThat(uses.of(1)).as("last use after a later one").contains(LATER);
          uses.record(1, NOW.plusNanos(1_000));
          assertThat(uses.of(1)).as("last use after an earlier one came late").contains(LATER);
          assertThat(uses.of(2)).as("last use of the other token").isEmpty();
        });
  }

  @Rule("TS-91")
  @Test
  public final void lastUse_ofUnknownToken_isForgotten() {
    withLastUse(
        uses -> {
          uses.record(1, NOW);
          created(token(OWNER, 1));
          assertThat(uses.of(1)).as("use that was recorded before the token came").isEmpty();
        });
  }

  @Rule("TS-92")
  @Test
  public final void lastUse_ofRemovedToken_isAbsent() {
    created(token(OWNER, 1));
    withLastUse(
        uses -> {
          uses.record(1, NOW);
          assertThat(uses.of(1)).as("last use").contains(NOW);
          store.remove(OWNER, 1, NOW);
          assertThat(uses.of(1)).as("last use of a removed token").isEmpty();
        });
  }

  @Rule("TS-93")
  @Test
  public final void lastUse_changesNothingOfTheToken() {
    StoredToken stored = created(token(OWNER, 1));
    withLastUse(
        uses -> {
          uses.record(1, LATER);
          assertThat(store.get(OWNER, 1)).as("the token after a use").contains(stored);
          assertThat(sequenceOf(token(OWNER, 2)))
              .as("sequence of the next token")
              .isEqualTo(stored.sequence() + 1);
        });
  }

  @Rule("TS-101")
  @Test
  public final void content_holdsNoClearToken() {
    if (!backend().features().contains(Feature.CONTENT)) {
      return; // TS-89: content() shows nothing
    }
    String name = "named-" + Long.toString(OWNER.hashCode() & 0xffff_ffffL, 36) + "-in-the-backend";
    created(withName(withDigest(token(OWNER, 1), Samples.digestOf(CLEAR_TOKEN)), name));
    withLastUse(uses -> uses.record(1, NOW));
    byte[] content = content();

    assertThat(CHARSETS.stream().filter(charset -> holds(content, name, charset)))
        .as(
            "charsets in which the token's name is found in content(): if in none, it shows"
                + " something else than what is kept (%d bytes)",
            content.length)
        .isNotEmpty();
    String random = CLEAR_TOKEN.substring("lkpat_".length());
    assertThat(CHARSETS.stream().filter(charset -> holds(content, random, charset)))
        .as("charsets in which a token in clear is found in content()")
        .isEmpty();
  }

  private byte[] content() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (Stream<byte[]> content = backend().content()) {
      content.forEach(all::writeBytes);
    }
    return all.toByteArray();
  }

  private static boolean holds(byte[] content, String text, Charset charset) {
    byte[] wanted = text.getBytes(charset);
    for (int start = 0; start + wanted.length <= content.length; start++) {
      int end = 0;
      while (end < wanted.length && content[start + end] == wanted[end]) {
        end++;
      }
      if (end == wanted.length) {
        return true;
      }
    }
    return false;
  }

  private void withLastUse(Consumer<LastUseRecorder> test) {
    store.lastUse().ifPresent(test);
  }
}
