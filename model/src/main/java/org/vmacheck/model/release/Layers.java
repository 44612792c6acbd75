package org.vmacheck.model.release;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vmacheck.model.memory.KernelNames;

/**
 * One path with patches laid over it, one after another. A patch is written as a subclass of the
 * code that it changes. Two that change different methods go over each other in any combination;
 * two that change the same method only if one is written over the other.
 */
final class Layers {

  private Class<?> top;

  /** The class that stands for each one written, and the patch that it belongs to. */
  private final Map<Class<?>, Class<?>> standing = new HashMap<>();

  private final Map<Class<?>, Patch> owners = new HashMap<>();

  /**
   * @param newest the path's code in the newest release
   */
  Layers(Class<?> newest) {
    this.top = newest;
    standing.put(newest, newest);
  }

  Class<?> top() {
    return top;
  }

  /**
   * Lays a patch over what is there.
   *
   * @param code a subclass of the path, written over one of the layers, or over none of them: it
   *     then replaces them all
   * @throws Incompatible if it changes code that is not there, or code that another patch changes
   */
  void add(Patch patch, Class<?> code) {
    Class<?> under = code.getSuperclass();
    if (standing.containsKey(under)) {
      checkNothingIsHidden(patch, code);
      top = Rebased.over(code, top);
    } else if (!isOfCommit(under)
        && standing.keySet().stream().noneMatch(layer -> layer.isAssignableFrom(code))) {
      standing.clear();
      owners.clear();
      top = code;
    } else {
      throw new Incompatible(
          patch.slug() + " changes code that this kernel does not have" + missing(under));
    }
    standing.put(code, top);
    owners.put(code, patch);
  }

  private static String missing(Class<?> under) {
    return isOfCommit(under)
        ? "; it is older than "
            + Patch.of(described(under)).slug()
            + ", so ask for a kernel without that one as well"
        : " (" + under.getSimpleName() + ")";
  }

  private static boolean isOfCommit(Class<?> code) {
    return described(code).isAnnotationPresent(Commit.class);
  }

  /** The class that carries what a patch says of itself: the one around its code, or that. */
  private static Class<?> described(Class<?> code) {
    return code.getDeclaringClass() == null ? code : code.getDeclaringClass();
  }

  /** No method of a layer that the patch was not written over may disappear under it. */
  private void checkNothingIsHidden(Patch patch, Class<?> code) {
    Set<String> changed = methods(code);
    for (Map.Entry<Class<?>, Patch> layer : owners.entrySet()) {
      if (layer.getKey().isAssignableFrom(code)) {
        continue;
      }
      Set<String> both = new HashSet<>(methods(layer.getKey()));
      both.retainAll(changed);
      if (!both.isEmpty()) {
        throw new Incompatible(
            patch.slug()
                + " and "
                + layer.getValue().slug()
                + " both change "
                + both.stream()
                    .map(signature -> kernelName(code, signature))
                    .sorted()
                    .collect(Collectors.joining(", ")));
      }
    }
  }

  private static String kernelName(Class<?> code, String signature) {
    String method = signature.substring(0, signature.indexOf('('));
    return KernelNames.function(code, method).orElse(KernelNames.snakeCase(method)) + "()";
  }

  private static Set<String> methods(Class<?> code) {
    return Arrays.stream(code.getDeclaredMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> !Modifier.isPrivate(method.getModifiers()))
        .map(Layers::signature)
        .collect(Collectors.toSet());
  }

  private static String signature(Method method) {
    List<String> parameters =
        Arrays.stream(method.getParameterTypes()).map(Class::getName).toList();
    return method.getName() + "(" + String.join(",", parameters) + ")";
  }
}
