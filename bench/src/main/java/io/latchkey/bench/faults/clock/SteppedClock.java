package io.latchkey.bench.faults.clock;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Steps the clocks of other JVMs. Immutable. */
public final class SteppedClock {

  private final Path agent;

  /**
   * Prepares the agent.
   *
   * @param folder where its jar is written to
   * @throws IOException if it cannot be written
   */
  public SteppedClock(Path folder) throws IOException {
    agent = folder.resolve("clock-agent.jar");
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Agent-Class", ClockAgent.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    try (OutputStream file = Files.newOutputStream(agent);
        JarOutputStream jar = new JarOutputStream(file, manifest)) {
      for (Class<?> part : List.of(ClockAgent.class, ShiftedInstant.class, ShiftedMillis.class)) {
        String name = part.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(name));
        try (InputStream in = SteppedClock.class.getResourceAsStream("/" + name)) {
          if (in == null) {
            throw new IOException("no class " + name);
          }
          in.transferTo(jar);
        }
      }
    }
  }

  /**
   * Steps the clock of a JVM, and returns when it has been stepped.
   *
   * @param pid its process
   * @param offset from the right time
   * @throws IOException if it takes no agent
   */
  public void step(long pid, Duration offset) throws IOException {
    try {
      VirtualMachine jvm = VirtualMachine.attach(Long.toString(pid));
      try {
        jvm.loadAgent(agent.toString(), Long.toString(offset.toMillis()));
      } finally {
        jvm.detach();
      }
    } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
      throw new IOException("the clock of process " + pid + " could not be stepped", e);
    }
  }
}
