package io.latchkey.core.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.spi.ProviderFactory;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A jar that is made of sources by the compiler of the JDK, as somebody else would make it. */
public final class SourceJar {

  private final Map<String, String> sources = new TreeMap<>();
  private final Map<String, byte[]> entries = new TreeMap<>();
  private final List<String> left = new ArrayList<>();
  private final List<Path> classPath = new ArrayList<>(List.of(home(ProviderFactory.class)));
  private final Manifest manifest = new Manifest();

  /** An empty jar with an empty manifest. */
  public SourceJar() {
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
  }

  /** Adds a class. */
  public SourceJar with(String name, String source) {
    sources.put(name, source);
    return this;
  }

  /** Compiles the others against a class that is not put into the jar. */
  public SourceJar against(String name, String source) {
    left.add(name);
    return with(name, source);
  }

  /** Compiles against a jar, or against where a class comes from. */
  public SourceJar against(Path jar) {
    classPath.add(jar);
    return this;
  }

  /** Names providers in a service file. */
  public SourceJar service(Class<?> service, String... providers) {
    String lines = String.join("\n", providers) + "\n";
    return entry("META-INF/services/" + service.getName(), lines.getBytes(UTF_8));
  }

  /** Adds a file. */
  public SourceJar entry(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  /** States something in the manifest. */
  public SourceJar stating(String attribute, String value) {
    manifest.getMainAttributes().putValue(attribute, value);
    return this;
  }

  /** Copies the classes of a package from the class path of the test. */
  public SourceJar copying(Class<?> anyOfThePackage) {
    String folder = anyOfThePackage.getPackageName().replace('.', '/');
    Path home = home(anyOfThePackage);
    try {
      if (Files.isDirectory(home)) {
        return copying(home, folder);
      }
      try (FileSystem jar = FileSystems.newFileSystem(home)) {
        return copying(jar.getPath("/"), folder);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private SourceJar copying(Path root, String folder) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".class")).toList()) {
        entry(folder + "/" + file.getFileName(), Files.readAllBytes(file));
      }
    }
    return this;
  }

  /** Compiles, and writes the jar. */
  public Path write(Path jar) throws IOException {
    Files.createDirectories(jar.toAbsolutePath().getParent());
    Path classes = Files.createTempDirectory("classes");
    compile(classes);
    for (Path file : filesIn(classes)) {
      String name = classes.relativize(file).toString().replace('\\', '/');
      if (left.stream().noneMatch(one -> isOf(one.replace('.', '/'), name))) {
        entry(name, Files.readAllBytes(file));
      }
      Files.delete(file);
    }
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return jar;
  }

  private static boolean isOf(String type, String file) {
    return file.equals(type + ".class") || file.startsWith(type + "$");
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private void compile(Path classes) {
    if (sources.isEmpty()) {
      return;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of(
            "-proc:none",
            "-d",
            classes.toString(),
            "-cp",
            classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach((name, text) -> units.add(new Source(name, text)));
    if (!compiler.getTask(messages, null, null, options, null, units).call()) {
      throw new AssertionError(messages.toString());
    }
  }

  /** The jar or folder that a class was loaded from. */
  public static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
