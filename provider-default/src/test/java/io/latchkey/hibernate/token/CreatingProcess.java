package io.latchkey.hibernate.token;

import io.latchkey.hibernate.H2Context;
import io.latchkey.spi.token.CreateResult.Created;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenStore;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The process that is killed: creates tokens and prints each that was acknowledged. */
public final class CreatingProcess {

  private static final int THREADS = 4;
  private static final long TOKENS_OF_A_THREAD = 1_000_000;

  private CreatingProcess() {}

  /**
   * Creates tokens for ever.
   *
   * @param args the data directory, the value of the key {@code sync}, the number of the round
   */
  public static void main(String[] args) {
    TokenStore store = new H2Context(Path.of(args[0]), "sync", args[1]).tokens();
    OutputStream out = new FileOutputStream(FileDescriptor.out); // without a buffer
    for (int i = 0; i < THREADS; i++) {
      // Two threads for each of two users.
      TokenOwner owner = new TokenOwner("acme", "user-" + i % 2);
      long first = (Long.parseLong(args[2]) * THREADS + i) * TOKENS_OF_A_THREAD + 1;
      new Thread(() -> create(store, owner, first, out)).start();
    }
  }

  private static void create(TokenStore store, TokenOwner owner, long first, OutputStream out) {
    for (long id = first; id < first + TOKENS_OF_A_THREAD; id++) {
      Created created = (Created) store.create(Tokens.token(owner, id));
      acknowledge(out, id + " " + created.token().sequence() + " .\n");
    }
  }

  private static void acknowledge(OutputStream out, String line) {
    try {
      out.write(line.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new IllegalStateException("nobody listens any more", e);
    }
  }
}
