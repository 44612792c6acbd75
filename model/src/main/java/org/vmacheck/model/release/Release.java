package org.vmacheck.model.release;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Memory;

/**
 * A kernel to boot: the newest release without the commits that came after it, and without or with
 * whatever else was asked for. Immutable; two are equal if their code is.
 */
public final class Release {

  /** How the paths are made: kernels are booted by the million. */
  private static final ClassValue<Maker> MAKERS =
      new ClassValue<>() {
        @Override
        protected Maker computeValue(Class<?> implementation) {
          return Maker.of(implementation);
        }
      };

  private record Maker(Constructor<?> constructor, List<Class<?>> types) {
    static Maker of(Class<?> implementation) {
      Constructor<?> constructor = implementation.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return new Maker(constructor, List.of(constructor.getParameterTypes()));
    }
  }

  private final Version version;
  private final Set<Patch> asked;
  private final Map<Class<?>, Class<?>> code;

  private Release(Version version, Set<Patch> asked) {
    this.version = version;
    this.asked = asked;
    this.code = compose();
  }

  /** A release as it was published. */
  static Release of(Version version) {
    return new Release(version, Set.of());
  }

  /** What it is called: {@code 7.3 without retest-under-ptl}. */
  public String name() {
    StringBuilder name = new StringBuilder(version.toString());
    listing(name, " without ", asked.stream().filter(patch -> !patch.isProposal()).toList());
    listing(name, " with ", asked.stream().filter(Patch::isProposal).toList());
    return name.toString();
  }

  private static void listing(StringBuilder name, String word, List<Patch> patches) {
    if (!patches.isEmpty()) {
      name.append(word)
          .append(patches.stream().map(Patch::slug).sorted().collect(Collectors.joining(", ")));
    }
  }

  public Version version() {
    return version;
  }

  /** What was asked for beyond the release itself. */
  public Set<Patch> asked() {
    return asked;
  }

  /**
   * The same kernel without a commit or a step, or with a proposal.
   *
   * @throws Incompatible if it does not have what is to be taken away, or if the patch cannot be
   *     together with the others
   */
  public Release patched(Patch patch) {
    if (!patch.isProposal() && !patch.isIn(version)) {
      throw new Incompatible(version + " does not have " + patch.slug() + " to begin with");
    }
    Set<Patch> more = new LinkedHashSet<>(asked);
    more.add(patch);
    return new Release(version, more);
  }

  /** Every patch that tells it from the newest release: its own commits', then those asked for. */
  public Set<Patch> patches() {
    Set<Patch> all = new LinkedHashSet<>();
    Patches.all().stream()
        .filter(patch -> patch.origin() instanceof Patch.Origin.Upstream && !patch.isIn(version))
        .forEach(all::add);
    all.addAll(asked);
    return all;
  }

  /** The slugs of {@link #patches}, sorted: equal for kernels with the same code. */
  public Set<String> content() {
    return patches().stream().map(Patch::slug).collect(Collectors.toCollection(TreeSet::new));
  }

  /** A kernel of this release on a memory. */
  public Kernel boot(Memory memory) {
    return new Kernel(memory, this);
  }

  /** The paths that it has, by the class that a kernel is asked for them by. */
  public Set<Class<?>> paths() {
    return code.keySet();
  }

  /** A new instance of a path. */
  public Object make(Class<?> path, Kernel kernel) {
    Class<?> implementation = code.get(path);
    if (implementation == null) {
      throw new IllegalArgumentException(path.getSimpleName() + " is not wired in Paths");
    }
    Maker maker = MAKERS.get(implementation);
    Object[] arguments = new Object[maker.types().size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = argument(maker.types().get(i), kernel);
    }
    try {
      return maker.constructor().newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(implementation + " cannot be made", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(implementation + " cannot be made", e);
    }
  }

  private static Object argument(Class<?> type, Kernel kernel) {
    return type == Kernel.class
        ? kernel
        : type == Memory.class ? kernel.memory() : kernel.path(type);
  }

  private Map<Class<?>, Class<?>> compose() {
    Map<Class<?>, Layers> layers = new LinkedHashMap<>();
    Paths.newest().forEach((path, newest) -> layers.put(path, new Layers(newest)));
    for (Patch patch : inOrder()) {
      for (Class<?> changed : patch.code()) {
        layers.get(Paths.pathOf(changed)).add(patch, changed);
      }
    }
    Map<Class<?>, Class<?>> composed = new LinkedHashMap<>();
    layers.forEach((path, all) -> composed.put(path, all.top()));
    return composed;
  }

  /** Proposals lie over the newest code, then commits are taken back, newest first, then steps. */
  private List<Patch> inOrder() {
    List<Patch> all = new ArrayList<>(patches());
    all.sort(
        Comparator.comparingInt(Release::rank)
            .thenComparing(Release::first, Comparator.reverseOrder()));
    return all;
  }

  private static int rank(Patch patch) {
    return patch.isProposal() ? 0 : patch.origin() instanceof Patch.Origin.Upstream ? 1 : 2;
  }

  private static Version first(Patch patch) {
    return patch.origin() instanceof Patch.Origin.Upstream commit
        ? commit.first()
        : new Version(0, 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Release release && content().equals(release.content());
  }

  @Override
  public int hashCode() {
    return content().hashCode();
  }

  @Override
  public String toString() {
    return name();
  }
}
