package org.vmacheck.checks.mutants;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.vmacheck.model.memory.KernelNames;
import org.vmacheck.model.memory.TypesafeSlab;

/**
 * A place in the model's source: where a step is, and, if that is a helper that many call (the lock
 * functions), who calls it.
 *
 * @param lines innermost first
 */
public record Site(List<Line> lines) {

  /**
   * A line of the source.
   *
   * @param type the class, without the package of the model
   * @param function the kernel function; of a method that is folded into its caller, the caller's
   */
  public record Line(String type, String method, int number, String function) {

    /** As it is written, without its indentation. */
    String code() {
      return ModelSource.line(file(), number);
    }

    /** Below the model's package: {@code ops/Zap.java}. */
    public String file() {
      return type.replaceAll("\\$.*", "").replace('.', '/') + ".java";
    }

    @Override
    public String toString() {
      return file().replaceAll("^.*/", "") + ":" + number;
    }
  }

  private static final String MODEL = "org.vmacheck.model.";

  /** Defines accesses by one another. */
  private static final String MEMORY = MODEL + "memory.";

  private static final String ALLOCATOR = TypesafeSlab.class.getName();

  /** Where the functions are through which all others take their locks. */
  private static final List<String> HELPERS =
      List.of(MODEL + "locking.", MODEL + "pgtable.", MODEL + "mm.");

  /** What calls into the kernel; behind it are thousands of frames of an engine. */
  private static final Predicate<String> CALLER =
      type ->
          type.startsWith("org.vmacheck.checks.")
              && !type.startsWith(Site.class.getPackageName() + ".");

  private static final StackWalker STACK = StackWalker.getInstance();

  public Site {
    lines = List.copyOf(lines);
  }

  /**
   * Where the thread is: of a lock with the callers, up to the first that is no helper. Empty in
   * the allocator, which stands for code that is not modelled.
   */
  static Optional<Site> of(Call call) {
    List<StackFrame> frames =
        STACK.walk(
            stack ->
                stack
                    .takeWhile(frame -> !CALLER.test(frame.getClassName()))
                    .filter(frame -> frame.getClassName().startsWith(MODEL))
                    .collect(Collectors.toList()));
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      String type = frames.get(i).getClassName();
      if (type.equals(ALLOCATOR)) {
        return Optional.empty();
      }
      if (type.startsWith(MEMORY)) {
        continue;
      }
      lines.add(line(frames, i));
      if (!call.hasCallers() || HELPERS.stream().noneMatch(type::startsWith)) {
        break;
      }
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(new Site(lines));
  }

  private static Line line(List<StackFrame> frames, int at) {
    StackFrame frame = frames.get(at);
    String type = frame.getClassName();
    String function =
        frames.stream()
            .skip(at)
            .flatMap(f -> KernelNames.function(f.getClassName(), f.getMethodName()).stream())
            .findFirst()
            .orElse("");
    return new Line(
        type.substring(MODEL.length()), frame.getMethodName(), frame.getLineNumber(), function);
  }

  /** Not in one of the observers that the model has beside the kernel. */
  boolean isInKernel() {
    return lines.stream().noneMatch(line -> line.function().isEmpty());
  }

  /** Where the step itself is. */
  Line innermost() {
    return lines.get(0);
  }

  /** The kernel functions, outermost first: {@code unmap_region > pte_offset_map_lock}. */
  public String functions() {
    List<String> names = new ArrayList<>();
    for (Line line : lines) {
      if (names.isEmpty() || !names.get(0).equals(line.function())) {
        names.add(0, line.function());
      }
    }
    return String.join(" > ", names);
  }

  @Override
  public String toString() {
    return lines.stream().map(Line::toString).collect(Collectors.joining(" < "));
  }
}
