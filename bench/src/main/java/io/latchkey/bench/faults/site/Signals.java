package io.latchkey.bench.faults.site;

import java.io.IOException;

/** Signals to processes, by the {@code kill} of the shell. */
final class Signals {

  private Signals() {}

  static void send(String signal, long pid) throws IOException, InterruptedException {
    int status =
        new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IOException("no process " + pid + " took the signal " + signal);
    }
  }
}
