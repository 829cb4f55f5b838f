package io.latchkey.host.tls;

import io.latchkey.core.config.StartupException;
import io.latchkey.host.tls.IdentityFiles.IdentityException;
import io.latchkey.spi.ProviderConfig;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/**
 * TLS by files that may change while the server runs. New connections get what the files hold;
 * those that are open go on. Files that are wrong change nothing.
 *
 * <p>Thread-safe.
 */
public final class Tls implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Tls.class.getName());

  private final IdentityFiles files;
  private final SslContextFactory.Server context = new SslContextFactory.Server();
  private final ScheduledExecutorService looks;
  private final ScheduledFuture<?> looking;

  /** Of the files; used by the thread that looks, once there is one. */
  private List<byte[]> seen;

  private String problem = "";

  private Tls(IdentityFiles files, ProviderConfig config) throws IOException {
    this.files = files;
    this.seen = contents(files);
    try {
      use(context, seen);
    } catch (GeneralSecurityException e) {
      throw new IdentityException("the files of TLS cannot be used: " + e.getMessage(), e);
    }
    this.looks =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "tls-reload");
              thread.setDaemon(true);
              return thread;
            });
    long interval = Math.max(1, config.get(TlsKeys.RELOAD_INTERVAL).toMillis());
    this.looking =
        looks.scheduleWithFixedDelay(this::look, interval, interval, TimeUnit.MILLISECONDS);
  }

  /**
   * TLS as the operator has set it.
   *
   * @param config what the operator has set
   * @return TLS; absent if the server is to speak without
   * @throws StartupException if the files are wrong
   */
  public static Optional<Tls> of(ProviderConfig config) {
    Optional<IdentityFiles> files = TlsKeys.files(config);
    if (files.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Tls(files.get(), config));
    } catch (IOException e) {
      throw new StartupException(e);
    }
  }

  /**
   * What an HTTP server makes connections with.
   *
   * @return the context, which is replaced within when the files change
   */
  public SslContextFactory.Server context() {
    return context;
  }

  private void look() {
    try {
      List<byte[]> now = contents(files);
      if (!same(now, seen)) {
        seen = now;
        context.reload(changed -> useChanged(changed, now));
        LOG.log(Level.INFO, "TLS goes on with the changed files");
      }
      problem = "";
    } catch (Exception e) {
      tell(reason(e));
    }
  }

  /** Once, however often one looks. */
  private void tell(String found) {
    if (!found.equals(problem)) {
      problem = found;
      LOG.log(Level.WARNING, "TLS goes on as before: {0}", found);
    }
  }

  private void useChanged(SslContextFactory changed, List<byte[]> contents) {
    try {
      use(changed, contents);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void use(SslContextFactory context, List<byte[]> contents)
      throws IOException, GeneralSecurityException {
    Identity identity = files.read(contents);
    if (!identity.fits()) {
      throw new IdentityException(
          "the private key is not that of the first certificate in " + files.paths().get(0));
    }
    context.setKeyStore(identity.keyStore());
    context.setKeyStorePassword(Identity.PASSWORD);
  }

  private static List<byte[]> contents(IdentityFiles files) throws IdentityException {
    List<byte[]> contents = new ArrayList<>();
    for (Path path : files.paths()) {
      try {
        contents.add(Files.readAllBytes(path));
      } catch (IOException e) {
        throw new IdentityException("the file " + path + " cannot be read", e);
      }
    }
    return contents;
  }

  private static boolean same(List<byte[]> one, List<byte[]> other) {
    for (int i = 0; i < one.size(); i++) {
      if (!Arrays.equals(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static String reason(Exception e) {
    @Nullable Throwable cause = e instanceof IdentityException ? null : e.getCause();
    return String.valueOf((cause == null ? e : cause).getMessage());
  }

  @Override
  public void close() {
    looking.cancel(true);
    looks.shutdownNow();
  }
}
