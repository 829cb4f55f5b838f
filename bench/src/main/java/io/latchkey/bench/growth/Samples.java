package io.latchkey.bench.growth;

import io.latchkey.core.token.ClearToken;
import io.latchkey.core.token.TokenDigester;
import io.latchkey.core.token.TokenFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Tokens that can really be used, among many that only fill the table. */
final class Samples {

  /** As many as the owner has of whom tokens are listed. */
  static final int PER_USER = 20;

  /** All that can be used; at least twice as many tokens are in the smallest table. */
  static final int COUNT = 5_000;

  private final List<String> tokens = new ArrayList<>();
  private final List<byte[]> digests = new ArrayList<>();

  Samples() {
    TokenFormat format = new TokenFormat(TokenFormat.DEFAULT_PREFIX);
    TokenDigester digester = TokenDigester.plain();
    for (int i = 0; i < COUNT; i++) {
      ClearToken token = format.generate();
      tokens.add(token.reveal());
      digests.add(digester.digest(token).value());
    }
  }

  /** Who owns the samples: each has 20. */
  static List<String> users() {
    return IntStream.range(0, COUNT / PER_USER).mapToObj(i -> "user-" + i).toList();
  }

  /** The owner of one: the tokens of a user are far from each other in the table. */
  static String owner(int sample) {
    return "user-" + sample % (COUNT / PER_USER);
  }

  List<String> tokens() {
    return tokens;
  }

  byte[] digest(int sample) {
    return digests.get(sample);
  }
}
