package io.latchkey.hibernate.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A file system of H2, {@code full:} before a path, whose disk is full when a test wishes so. */
public final class FullDisk extends FilePathWrapper {

  private static final AtomicBoolean FULL = new AtomicBoolean();
  private static final AtomicReference<Runnable> FELT = new AtomicReference<>(() -> {});

  static void register() {
    FilePath.register(new FullDisk());
  }

  static void setFull(boolean full) {
    FULL.set(full);
  }

  /** Lets whoever finds the disk full wait for an event before that one is told. */
  static void whenFelt(Runnable event) {
    FELT.set(event);
  }

  @Override
  public String getScheme() {
    return "full";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new File(super.open(mode));
  }

  private static final class File extends FileBase {

    private final FileChannel file;

    File(FileChannel file) {
      this.file = file;
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
      requireSpace();
      return file.write(source, position);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      requireSpace();
      return file.write(source);
    }

    private static void requireSpace() throws IOException {
      if (FULL.get()) {
        FELT.get().run();
        throw new IOException("No space left on device");
      }
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) throws IOException {
      return file.read(target, position);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      return file.read(target);
    }

    @Override
    public long position() throws IOException {
      return file.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
      file.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      file.truncate(size);
      return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
      file.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      file.close();
    }
  }
}
