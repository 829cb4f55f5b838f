package io.latchkey.hibernate.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Ends a server and deletes its folder when this JVM is gone, however it went: a shell that waits
 * for the end of its input, which nobody but this JVM can write.
 */
public final class Guard {

  private static final String SCRIPT =
      """
      trap '' HUP INT TERM
      server=
      while read -r line; do server=$line; done
      if [ -n "$server" ]; then kill -9 $server; sleep 1; fi
      rm -rf "$1"
      """;

  private final Process shell;
  private final OutputStream input;

  private Guard(Process shell) {
    this.shell = shell;
    this.input = shell.getOutputStream();
  }

  /**
   * Guards a folder.
   *
   * @param folder what is deleted at the end
   * @return a guard without a server
   * @throws IOException if no shell starts
   */
  public static Guard over(Path folder) throws IOException {
    Process shell =
        new ProcessBuilder("sh", "-c", SCRIPT, "latchkey-guard", folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(new File("/dev/null"))
            .start();
    return new Guard(shell);
  }

  /**
   * Has processes ended too.
   *
   * @param processes the processes to end; the others of a server end by themselves
   * @throws IOException if the guard is gone
   */
  public void servers(List<ProcessHandle> processes) throws IOException {
    write(processes.stream().map(process -> Long.toString(process.pid())).collect(joining(" ")));
  }

  /**
   * There is no server now.
   *
   * @throws IOException if the guard is gone
   */
  public void noServer() throws IOException {
    write("");
  }

  private void write(String line) throws IOException {
    input.write((line + "\n").getBytes(US_ASCII));
    input.flush();
  }

  /**
   * Lets the guard delete the folder; the server must have ended.
   *
   * @throws IOException if the guard is gone
   * @throws InterruptedException if this thread is interrupted meanwhile
   */
  public void close() throws IOException, InterruptedException {
    noServer();
    input.close();
    shell.waitFor();
  }
}
