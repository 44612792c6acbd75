package org.vmacheck.checks.engine.explore.mutants;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.vmacheck.checks.engine.explore.graph.Explorer;
import org.vmacheck.model.memory.Memory;

/**
 * The classes of {@code org.vmacheck.checks}, tests included, once more, with some of them compiled
 * from other sources. Nothing is written to disk, and nothing else sees them.
 */
final class MutatedChecks extends ClassLoader {

  private static final String MINE = MutatedChecks.class.getPackageName() + ".";

  private final Map<String, byte[]> mutated;

  private MutatedChecks(Map<String, byte[]> mutated) {
    super(MutatedChecks.class.getClassLoader());
    this.mutated = mutated;
  }

  /** As they are. */
  static MutatedChecks none() {
    return new MutatedChecks(Map.of());
  }

  static MutatedChecks by(RuleMutant mutant) {
    return new MutatedChecks(compile(mutant.className(), mutant.mutated()));
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith("org.vmacheck.checks.") || name.startsWith(MINE)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known != null ? known : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte[] code = mutated.get(name);
    if (code == null) {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        code = in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return defineClass(name, code, 0, code.length);
  }

  private static Map<String, byte[]> compile(String className, String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Compiled compiled = new Compiled(compiler.getStandardFileManager(null, null, null));
    StringWriter messages = new StringWriter();
    List<String> options = List.of("-proc:none", "-nowarn", "-parameters", "-cp", classPath());
    JavaFileObject unit =
        new SimpleJavaFileObject(
            URI.create("string:///" + className.replace('.', '/') + ".java"),
            JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    if (!compiler.getTask(messages, compiled, null, options, null, List.of(unit)).call()) {
      throw new IllegalArgumentException("a mutant that is no program: " + messages);
    }
    return compiled.code();
  }

  private static String classPath() {
    return Stream.of(Explorer.class, Memory.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .map(url -> Path.of(URI.create(url.toString())).toString())
        .distinct()
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }

  /** Keeps what the compiler makes. */
  private static final class Compiled extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

    Compiled(JavaFileManager rest) {
      super(rest);
    }

    Map<String, byte[]> code() {
      return classes.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().toByteArray()));
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("bytes:///" + className), kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          classes.put(className, bytes);
          return bytes;
        }
      };
    }
  }
}
