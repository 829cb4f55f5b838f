package io.latchkey.core.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a class file tells of the other classes and members that its class uses, of the parents of
 * the class and of its own members. Most classes use nothing of a given package, and jars can be
 * large: texts are read only when they are asked for.
 *
 * <p>A file that is cut off is a {@link BufferUnderflowException}, one that points to what is not
 * there an {@link IndexOutOfBoundsException}.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html">JVMS 4</a>
 */
final class ClassFile {

  private static final int MAGIC = 0xCAFEBABE;

  private final ByteBuffer bytes;

  /** Where each entry starts, after its tag. */
  private final int[] starts;

  private final List<Integer> classes = new ArrayList<>();
  private final List<Integer> members = new ArrayList<>();
  private final List<String> parents = new ArrayList<>();
  private String name = "";

  private ClassFile(ByteBuffer bytes, int size) {
    this.bytes = bytes;
    this.starts = new int[size];
  }

  /**
   * A class that is used, or a member of one.
   *
   * @param owner the internal name of the class, with slashes
   * @param name the name of the field or method; empty for the class itself
   * @param descriptor the types of the field or method; empty for the class itself
   */
  record Reference(String owner, String name, String descriptor) {

    /** As a message calls it. */
    @Override
    public String toString() {
      String type = owner.replace('/', '.').replace('$', '.');
      return name.isEmpty() ? type : type + "." + name + (descriptor.startsWith("(") ? "()" : "");
    }
  }

  /**
   * Reads a class file up to its members.
   *
   * @param content the bytes
   * @return what it tells; absent if it is no class file, or one of a form that is not known: the
   *     JVM will say so
   */
  static Optional<ClassFile> read(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    if (bytes.getInt() != MAGIC) {
      return Optional.empty();
    }
    bytes.getInt(); // minor and major version
    ClassFile file = new ClassFile(bytes, unsigned(bytes));
    if (!file.readEntries()) {
      return Optional.empty();
    }
    file.readParents();
    return Optional.of(file);
  }

  /** The internal name of the class. */
  String name() {
    return name;
  }

  /** The internal names of the class that it extends and the interfaces that it implements. */
  List<String> parents() {
    return parents;
  }

  /** Its own fields and methods, each as name and descriptor. */
  Set<String> ownMembers() {
    Set<String> own = new HashSet<>();
    ByteBuffer rest = bytes.duplicate();
    for (int kind = 0; kind < 2; kind++) { // fields, then methods
      for (int left = unsigned(rest); left > 0; left--) {
        unsigned(rest); // access flags
        own.add(text(unsigned(rest)) + text(unsigned(rest)));
        for (int attributes = unsigned(rest); attributes > 0; attributes--) {
          unsigned(rest); // its name
          skip(rest, rest.getInt());
        }
      }
    }
    return own;
  }

  private void readParents() {
    unsigned(bytes); // access flags
    name = text(link(unsigned(bytes), 0));
    int extended = unsigned(bytes);
    if (extended != 0) { // as in module descriptors
      parents.add(text(link(extended, 0)));
    }
    for (int left = unsigned(bytes); left > 0; left--) {
      parents.add(text(link(unsigned(bytes), 0)));
    }
  }

  /** Tells whether all kinds of entries are known. */
  private boolean readEntries() {
    for (int i = 1; i < starts.length; i++) {
      int tag = bytes.get();
      starts[i] = bytes.position();
      switch (tag) {
        case 1 -> skip(unsigned(bytes)); // text
        case 3, 4, 12, 17, 18 -> skip(4); // int, float, name and type, dynamic constant and call
        case 5, 6 -> { // long, double, which take two places
          skip(8);
          i++;
        }
        case 7 -> {
          skip(2);
          classes.add(i);
        }
        case 8, 16, 19, 20 -> skip(2); // string, method type, module, package
        case 9, 10, 11 -> { // field, method, method of an interface
          skip(4);
          members.add(i);
        }
        case 15 -> skip(3); // method handle, which points to a member
        default -> {
          return false;
        }
      }
    }
    return true;
  }

  private void skip(int count) {
    skip(bytes, count);
  }

  private static void skip(ByteBuffer bytes, int count) {
    if (count < 0 || count > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    bytes.position(bytes.position() + count);
  }

  private static int unsigned(ByteBuffer bytes) {
    return Short.toUnsignedInt(bytes.getShort());
  }

  /** The classes and members that are used of classes whose internal names start so. */
  List<Reference> references(String start) {
    byte[] packages = start.getBytes(UTF_8);
    List<Reference> all = new ArrayList<>();
    for (int i : classes) {
      if (startsWith(link(i, 0), packages)) {
        all.add(new Reference(text(link(i, 0)), "", ""));
      }
    }
    for (int i : members) {
      int owner = link(link(i, 0), 0);
      if (startsWith(owner, packages)) {
        int nameAndType = link(i, 1);
        all.add(new Reference(text(owner), text(link(nameAndType, 0)), text(link(nameAndType, 1))));
      }
    }
    return all;
  }

  /** The entry that an entry points to, in the first or second place. */
  private int link(int entry, int place) {
    return Short.toUnsignedInt(bytes.getShort(starts[entry] + 2 * place));
  }

  private boolean startsWith(int text, byte[] start) {
    return length(text) >= start.length
        && bytes.slice(starts[text] + 2, start.length).equals(ByteBuffer.wrap(start));
  }

  private String text(int entry) {
    return UTF_8.decode(bytes.slice(starts[entry] + 2, length(entry))).toString();
  }

  private int length(int text) {
    return Short.toUnsignedInt(bytes.getShort(starts[text]));
  }
}
