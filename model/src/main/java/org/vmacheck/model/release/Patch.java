package org.vmacheck.model.release;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A difference between two kernels, as code: one class for each path that differs.
 *
 * @param slug how the command line and the pages spell it: {@code retest-under-ptl}
 * @param origin where it comes from
 * @param sentence what it changes
 * @param code subclasses of paths that override what differs
 */
public record Patch(String slug, Origin origin, String sentence, List<Class<?>> code) {

  /** Where a patch comes from. */
  public sealed interface Origin {

    /** A commit of Linux. The code is that before it. */
    record Upstream(List<String> ids, Version first, List<Version> stable) implements Origin {
      public Upstream {
        ids = List.copyOf(ids);
        stable = List.copyOf(stable);
      }

      /** Whether the release has the commit. */
      public boolean isIn(Version version) {
        return version.compareTo(first) >= 0 || stable.contains(version);
      }
    }

    /** A step that every kernel has. The code is that without it. */
    record Always() implements Origin {}

    /** A step that no kernel has. The code is that with it. */
    record Proposed() implements Origin {}
  }

  public Patch {
    code = List.copyOf(code);
  }

  /**
   * The patch that a class describes by its annotation and its name. A class that carries none is a
   * mutant. If the class itself overrides no path, its nested classes do, one for each path.
   */
  public static Patch of(Class<?> described) {
    return new Patch(
        slug(described.getSimpleName()), origin(described), sentence(described), code(described));
  }

  /** Whether a kernel is asked for it with {@code --with} and not {@code --without}. */
  public boolean isProposal() {
    return origin instanceof Origin.Proposed;
  }

  /** Whether a release has what the patch takes away, or what it adds. */
  public boolean isIn(Version version) {
    if (origin instanceof Origin.Upstream commit) {
      return commit.isIn(version);
    }
    return origin instanceof Origin.Always;
  }

  private static Origin origin(Class<?> described) {
    Commit commit = described.getAnnotation(Commit.class);
    if (commit != null) {
      return new Origin.Upstream(
          List.of(commit.id()),
          Version.of(commit.release()),
          Arrays.stream(commit.stable()).map(Version::of).toList());
    }
    return described.isAnnotationPresent(Proposal.class)
        ? new Origin.Proposed()
        : new Origin.Always();
  }

  private static String sentence(Class<?> described) {
    Commit commit = described.getAnnotation(Commit.class);
    Mutant mutant = described.getAnnotation(Mutant.class);
    Proposal proposal = described.getAnnotation(Proposal.class);
    if (commit != null) {
      return commit.sentence();
    }
    return mutant != null ? mutant.value() : proposal != null ? proposal.value() : "";
  }

  private static List<Class<?>> code(Class<?> described) {
    if (described.getSuperclass() != Object.class) {
      return List.of(described);
    }
    return Arrays.stream(described.getDeclaredClasses())
        .filter(nested -> Modifier.isStatic(nested.getModifiers()) && !nested.isInterface())
        .<Class<?>>map(nested -> nested)
        .toList();
  }

  /** {@code RetestUnderPtl} as {@code retest-under-ptl}. */
  private static String slug(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return slug;
  }
}
