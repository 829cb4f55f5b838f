package io.latchkey.host.sample;

import static java.util.Objects.requireNonNull;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.schema.Schema;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import io.latchkey.core.config.StartupException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;

/**
 * A directory in the memory of this process, on a port of the loopback interface. What is written
 * to it is gone when the process ends.
 */
public final class SampleDirectory implements AutoCloseable {

  /** Where it listens if nobody says otherwise, as {@code examples/ldap.properties} has it. */
  public static final int DEFAULT_PORT = 10389;

  private static final String BASE_DN = "dc=example,dc=com";
  private static final String ENTRIES = "entries.ldif";
  private static final String SCHEMA = "/io/latchkey/ldap/schema/389ds.ldif";

  private final InMemoryDirectoryServer server;

  private SampleDirectory(InMemoryDirectoryServer server) {
    this.server = server;
  }

  /**
   * Starts it.
   *
   * @param port the TCP port, from 0 to 65535; 0 for any that is free
   * @return a directory that answers
   * @throws StartupException if its port is taken
   */
  public static SampleDirectory start(int port) {
    try {
      InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE_DN);
      config.setSchema(
          Schema.mergeSchemas(
              Schema.getDefaultStandardSchema(), Schema.getSchema(resource(SCHEMA))));
      config.setListenerConfigs(
          InMemoryListenerConfig.createLDAPConfig(
              "sample", InetAddress.getLoopbackAddress(), port, null));
      InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
      server.importFromLDIF(true, new LDIFReader(resource(ENTRIES)));
      server.startListening();
      return new SampleDirectory(server);
    } catch (LDAPException e) {
      if (e.getResultCode().equals(ResultCode.LOCAL_ERROR)
          || e.getResultCode().equals(ResultCode.CONNECT_ERROR)) {
        throw new StartupException(
            "the sample directory cannot listen on 127.0.0.1 port " + port, e);
      }
      throw new IllegalStateException("the sample entries are wrong", e);
    } catch (LDIFException e) {
      throw new IllegalStateException("the sample entries are wrong", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String name) throws IOException {
    try (InputStream in = requireNonNull(SampleDirectory.class.getResourceAsStream(name), name)) {
      return new ByteArrayInputStream(in.readAllBytes());
    }
  }

  @Override
  public void close() {
    server.shutDown(true);
  }
}
