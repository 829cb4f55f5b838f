package io.latchkey.core.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.core.config.StartupException;
import io.latchkey.spi.token.TokenDigest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenDigesterTest {

  private static final byte[] OLD_KEY = "0123456789abcdef0123456789abcdef".getBytes(US_ASCII);
  private static final byte[] NEW_KEY = "fedcba9876543210fedcba9876543210".getBytes(US_ASCII);

  @TempDir private Path folder;

  private final ClearToken token = new TokenFormat("lkpat_").generate();

  @Test
  void plain_isSha256OfTheWholeToken() throws Exception {
    byte[] expected =
        MessageDigest.getInstance("SHA-256").digest(token.reveal().getBytes(US_ASCII));
    TokenDigest digest = TokenDigester.plain().digest(token);
    assertThat(digest).isEqualTo(new TokenDigest("SHA-256", "", expected));
    assertThat(TokenDigester.plain().candidates(token)).containsExactly(digest);
  }

  @Test
  void peppered_isHmacWithTheFirstPepper() throws Exception {
    TokenDigester digester = peppered(false);
    assertThat(digester.digest(token)).isEqualTo(hmac("new", NEW_KEY));
  }

  @Test
  void digests_ofManyThreadsAtOnce_areThoseOfEachAlone() {
    TokenFormat format = new TokenFormat("lkpat_");
    TokenDigester digester = peppered(true);
    List<ClearToken> tokens = Stream.generate(format::generate).limit(2_000).toList();
    List<List<TokenDigest>> alone = tokens.stream().map(digester::candidates).toList();
    assertThat(tokens.parallelStream().map(digester::candidates).toList()).isEqualTo(alone);
  }

  @Test
  void candidates_areTheCurrentPepperThenTheRetiredOnes() throws Exception {
    assertThat(peppered(false).candidates(token))
        .containsExactly(hmac("new", NEW_KEY), hmac("old", OLD_KEY));
  }

  @Test
  void candidates_wherePlainIsAccepted_endInThePlainDigest() throws Exception {
    assertThat(peppered(true).candidates(token))
        .containsExactly(
            hmac("new", NEW_KEY), hmac("old", OLD_KEY), TokenDigester.plain().digest(token));
  }

  @Test
  void pepper_shorterThan32Bytes_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Pepper("k", new byte[31]));
  }

  @Test
  void pepper_doesNotShowItsKey() {
    assertThat(new Pepper("k", NEW_KEY)).hasToString("Pepper[k]");
  }

  @Test
  void file_withTwoPeppersAndPlain_isReadInOrder() throws Exception {
    Path file =
        write("# rotated in 2026", "", "new " + base64(NEW_KEY), "old " + base64(OLD_KEY), "plain");
    assertThat(PepperFile.read(file).candidates(token)).isEqualTo(peppered(true).candidates(token));
  }

  @Test
  void file_withoutPlain_doesNotAcceptPlainDigests() throws Exception {
    Path file = write("new " + base64(NEW_KEY));
    assertThat(PepperFile.read(file).candidates(token)).containsExactly(hmac("new", NEW_KEY));
  }

  @Test
  void file_withAShortKey_isRefusedByLineAndDoesNotShowIt() throws Exception {
    String key = base64(new byte[] {1, 2, 3});
    Path file = write("new " + base64(NEW_KEY), "old " + key);
    assertThatThrownBy(() -> PepperFile.read(file))
        .isInstanceOf(StartupException.class)
        .hasMessage(
            file + ":2: the key must be base64 of 32 bytes or more, its id 1 to 40 characters")
        .hasNoCause();
  }

  @Test
  void file_withOneIdTwice_isRefused() throws Exception {
    Path file = write("k " + base64(NEW_KEY), "k " + base64(OLD_KEY));
    assertThatThrownBy(() -> PepperFile.read(file))
        .hasMessage(file + ":2: the key id k was used before");
  }

  @Test
  void file_withPlainFirst_isRefused() throws Exception {
    Path file = write("plain", "k " + base64(NEW_KEY));
    assertThatThrownBy(() -> PepperFile.read(file))
        .hasMessage(file + ":1: a line must be a key id and a key in base64");
  }

  @Test
  void file_thatIsEmptyOrMissing_isRefused() throws Exception {
    Path empty = write("# nothing");
    assertThatThrownBy(() -> PepperFile.read(empty))
        .hasMessage("the pepper file " + empty + " holds no pepper");
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> PepperFile.read(missing))
        .hasMessage("the pepper file " + missing + " cannot be read");
  }

  private TokenDigester peppered(boolean plainAccepted) {
    return TokenDigester.peppered(
        List.of(new Pepper("new", NEW_KEY), new Pepper("old", OLD_KEY)), plainAccepted);
  }

  private TokenDigest hmac(String keyId, byte[] key) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return new TokenDigest("HmacSHA256", keyId, mac.doFinal(token.reveal().getBytes(US_ASCII)));
  }

  private Path write(String... lines) throws Exception {
    return Files.write(folder.resolve("peppers"), List.of(lines));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
