package io.latchkey.endpoint.proto;

import com.google.protobuf.AnyProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.TimestampProto;
import com.squareup.wire.schema.Location;
import com.squareup.wire.schema.Schema;
import com.squareup.wire.schema.SchemaLoader;
import com.squareup.wire.schema.internal.SchemaEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The {@code .proto} files that the jar publishes, read from the class path as they are.
 *
 * <p>Thread-safe.
 */
public final class ProtoFiles {

  /** Each after those that it imports. */
  private static final List<String> NAMES =
      List.of(
          "latchkey/object.proto",
          "latchkey/user_v1.proto",
          "latchkey/management.proto",
          "latchkey/filter_v2.proto",
          "latchkey/user_v2.proto");

  private static final ProtoFiles LOADED = new ProtoFiles();

  private final Map<String, FileDescriptor> files = new TreeMap<>();

  private ProtoFiles() {
    files.put("google/protobuf/timestamp.proto", TimestampProto.getDescriptor());
    files.put("google/protobuf/any.proto", AnyProto.getDescriptor());
    Schema schema = schema();
    SchemaEncoder encoder = new SchemaEncoder(schema);
    for (String name : NAMES) {
      files.put(name, link(encoder.encode(schema.protoFile(name)).toByteArray()));
    }
  }

  private static Schema schema() {
    try {
      Path folder = Files.createTempDirectory("proto");
      List<Path> copies = new ArrayList<>();
      for (String name : NAMES) {
        Path copy = folder.resolve(name);
        Files.createDirectories(copy.getParent());
        try (InputStream in = ProtoFiles.class.getClassLoader().getResourceAsStream(name)) {
          Files.copy(in, copy);
        }
        copies.add(copy);
      }
      try {
        SchemaLoader loader = new SchemaLoader(FileSystems.getDefault());
        loader.initRoots(List.of(Location.get(folder.toString())), List.of());
        return loader.loadSchema();
      } finally {
        for (Path copy : copies) {
          Files.delete(copy);
        }
        Files.delete(folder.resolve("latchkey"));
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FileDescriptor link(byte[] encoded) {
    try {
      FileDescriptorProto file = FileDescriptorProto.parseFrom(encoded);
      FileDescriptor[] imports =
          file.getDependencyList().stream().map(files::get).toArray(FileDescriptor[]::new);
      return FileDescriptor.buildFrom(file, imports);
    } catch (InvalidProtocolBufferException | DescriptorValidationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A message.
   *
   * @param fullName its name with its package
   * @return its descriptor
   */
  public static Descriptor message(String fullName) {
    return LOADED.files.values().stream()
        .flatMap(file -> file.getMessageTypes().stream())
        .filter(message -> message.getFullName().equals(fullName))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no .proto file has " + fullName));
  }

  /**
   * A service.
   *
   * @param fullName its name with its package
   * @return its descriptor
   */
  public static ServiceDescriptor service(String fullName) {
    return LOADED.files.values().stream()
        .flatMap(file -> file.getServices().stream())
        .filter(service -> service.getFullName().equals(fullName))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no .proto file has " + fullName));
  }

  /**
   * All messages of these files.
   *
   * @return their descriptors
   */
  public static List<Descriptor> messages() {
    return NAMES.stream()
        .flatMap(name -> LOADED.files.get(name).getMessageTypes().stream())
        .toList();
  }
}
