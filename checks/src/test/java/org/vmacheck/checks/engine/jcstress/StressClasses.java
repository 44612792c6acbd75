package org.vmacheck.checks.engine.jcstress;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.stress.MemoryUnderTest;

/**
 * The classes of {@code stress} once more, on a memory of one's own. Everything else, the model and
 * JCStress's results among it, is the parent's.
 */
final class StressClasses extends ClassLoader implements Supplier<Memory> {

  private static final String PACKAGE = MemoryUnderTest.class.getPackageName() + ".";

  private final Memory memory;

  StressClasses(Memory memory) {
    super(StressClasses.class.getClassLoader());
    this.memory = memory;
  }

  /** Asked by {@link MemoryUnderTest}. */
  @Override
  public Memory get() {
    return memory;
  }

  /**
   * A test, initialised, and so is the file around it.
   *
   * @param test as JCStress calls it: {@code org.vmacheck.stress.Speculation.AllBarriers}
   */
  Class<?> form(String test) throws ClassNotFoundException {
    String inPackage = test.substring(PACKAGE.length());
    int dot = inPackage.indexOf('.');
    if (dot >= 0) {
      Class.forName(PACKAGE + inPackage.substring(0, dot), true, this);
    }
    return Class.forName(PACKAGE + inPackage.replace('.', '$'), true, this);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(PACKAGE)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known != null ? known : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
