package org.vmacheck.model.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;

/**
 * A patch laid over another one that it was not written over: the same class with another
 * superclass. Java has no such thing, so its bytes are written anew, as {@code git rebase} would
 * write a commit anew.
 */
final class Rebased {

  private Rebased() {}

  /**
   * The class itself if that is what it extends, else its copy.
   *
   * @param code a top-level or static nested class that extends a superclass of {@code superclass}
   */
  static Class<?> over(Class<?> code, Class<?> superclass) {
    if (code.getSuperclass() == superclass) {
      return code;
    }
    String name = code.getName() + "$over$" + superclass.getSimpleName();
    synchronized (Rebased.class) {
      try {
        return Class.forName(name, true, code.getClassLoader());
      } catch (ClassNotFoundException notYet) {
        return define(code, superclass, name);
      }
    }
  }

  private static Class<?> define(Class<?> code, Class<?> superclass, String name) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(bytes(code)).accept(new OtherSuperclass(writer, code, superclass, name), 0);
    try {
      return MethodHandles.privateLookupIn(code, MethodHandles.lookup())
          .defineClass(writer.toByteArray());
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(code + " cannot be opened", impossible);
    }
  }

  private static byte[] bytes(Class<?> code) {
    String resource = code.getName().replace('.', '/') + ".class";
    try (InputStream in = code.getClassLoader().getResourceAsStream(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String internal(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  /** Calls of {@code super}, and of its constructor, go to the other one. */
  private static final class OtherSuperclass extends ClassVisitor {

    private final String writtenOver;
    private final String over;

    OtherSuperclass(ClassVisitor next, Class<?> code, Class<?> superclass, String name) {
      super(
          Opcodes.ASM9,
          new ClassRemapper(next, new SimpleRemapper(internal(code), name.replace('.', '/'))));
      this.writtenOver = internal(code.getSuperclass());
      this.over = internal(superclass);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        String signature,
        String parent,
        String[] interfaces) {
      super.visit(version, access, name, null, over, interfaces);
    }

    @Override
    public void visitNestHost(String host) {
      // The copy is no nestmate of its original.
    }

    @Override
    public void visitInnerClass(String name, String outer, String inner, int access) {
      // Nor is it a member of the class around it.
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String method, String type, boolean isInterface) {
          // elsewhere a constructor is called for a new object of that class
          boolean ofSuper =
              opcode == Opcodes.INVOKESPECIAL
                  && owner.equals(writtenOver)
                  && (!method.equals("<init>") || name.equals("<init>"));
          super.visitMethodInsn(opcode, ofSuper ? over : owner, method, type, isInterface);
        }
      };
    }
  }
}
