package org.vmacheck.checks.claims;

import static org.vmacheck.checks.scenario.Calls.READ;
import static org.vmacheck.checks.scenario.Calls.READ_WRITE;
import static org.vmacheck.checks.scenario.Calls.returnedFlags;

import java.util.List;
import java.util.Set;
import org.vmacheck.checks.scenario.Calls;
import org.vmacheck.checks.scenario.KernelThread;
import org.vmacheck.checks.scenario.Operation;
import org.vmacheck.checks.scenario.Program;
import org.vmacheck.checks.scenario.Property;
import org.vmacheck.checks.scenario.Scenario;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.VmFlags;

/**
 * Guard install racing with whatever else changes or reads VMA flags: the flagship scenarios. Each
 * starts from the picture above it, one letter a page: {@code w} read-write, {@code r} read-only,
 * {@code g} guard, {@code .} unmapped; {@code |} borders of VMAs. A page table maps two pages.
 */
public final class GuardScenarios {

  /**
   * The flags word: one bit of it is set atomically while others load or store the word plainly.
   * The series that made it so says that this is meant (KCSAN lets changes of a single bit pass),
   * and these scenarios ask whether it does harm.
   */
  private static final Set<String> INTENDED_RACES = Set.of("vm_flags");

  private GuardScenarios() {}

  /**
   * One VMA whose protection changes as a whole.
   *
   * <pre>
   *   |wwww|     guard install of page 1  ||  mprotect(all, READ)
   * </pre>
   */
  public static final Scenario MPROTECT =
      new Scenario(
          "guard-vs-mprotect",
          "guard install against mprotect of the same VMA",
          kernel -> {
            Calls calls = Calls.into(kernel, 4).anonymous(0, 4, READ_WRITE).written(3);
            long flags = calls.flags(0);
            return race(
                calls.guardInstall(1, 1),
                calls.mprotect(0, 4, READ),
                calls
                    .invariants()
                    .and(calls.staysGuarded(1))
                    .and(calls.flagsAre(1, (flags & ~VmFlags.WRITE) | VmFlags.MAYBE_GUARD)));
          });

  /**
   *
   *
   * <pre>
   *   |ww|       guard install of page 0  ||  madvise(all, DONTFORK)
   * </pre>
   */
  public static final Scenario MADVISE =
      new Scenario(
          "guard-vs-madvise",
          "guard install against madvise(DONTFORK) of the same VMA",
          kernel -> {
            Calls calls = Calls.into(kernel, 2).anonymous(0, 2, READ_WRITE).written(1);
            long flags = calls.flags(0);
            return race(
                calls.guardInstall(0, 1),
                calls.dontfork(0, 2),
                calls
                    .invariants()
                    .and(calls.staysGuarded(0))
                    .and(calls.flagsAre(0, flags | VmFlags.DONTCOPY | VmFlags.MAYBE_GUARD)));
          });

  /**
   * mlock marks the VMA first; a guard that comes after that is refused.
   *
   * <pre>
   *   |ww|       guard install of page 0  ||  mlock(all)
   * </pre>
   */
  public static final Scenario MLOCK =
      new Scenario(
          "guard-vs-mlock",
          "guard install against mlock of the same VMA",
          kernel -> {
            Calls calls = Calls.into(kernel, 2).anonymous(0, 2, READ_WRITE).written(1);
            return race(calls.guardInstall(0, 1), calls.mlock(0, 2), calls.invariants());
          });

  /**
   * A writer of flags that write-locks the VMA first and reads the flags then.
   *
   * <pre>
   *   |ww|       guard install of page 0  ||  clear_refs
   * </pre>
   */
  public static final Scenario CLEAR_REFS =
      new Scenario(
          "guard-vs-clear-refs",
          "guard install against vm_flags_clear, which reads the flags under the VMA write lock",
          kernel -> {
            Calls calls = Calls.into(kernel, 2).anonymous(0, 2, READ_WRITE).written(1);
            return race(
                calls.guardInstall(0, 1),
                calls.clearSoftDirty(0),
                calls.invariants().and(calls.staysGuarded(0)));
          });

  /**
   * A new mapping closes the gap between two VMAs, and the right one goes.
   *
   * <pre>
   *   |ww|..|ww|   guard install of page 4  ||  mmap of the gap
   * </pre>
   */
  public static final Scenario MERGE_NEW =
      new Scenario(
          "guard-vs-merge-new",
          "guard install in the next VMA against an mmap that merges it away",
          kernel -> {
            Calls calls =
                Calls.into(kernel, 6)
                    .anonymous(0, 2, READ_WRITE)
                    .anonymous(4, 2, READ_WRITE)
                    .written(5);
            return race(
                calls.guardInstall(4, 1),
                calls.mmap(2, 2, READ_WRITE),
                calls.invariants().and(calls.staysGuarded(4)));
          });

  /**
   * A protection change makes a VMA like its left neighbour, and it is merged away.
   *
   * <pre>
   *   |rr|ww|    guard install of page 2  ||  mprotect(page 2 and 3, READ)
   * </pre>
   */
  public static final Scenario MERGE_EXISTING =
      new Scenario(
          "guard-vs-merge-existing",
          "guard install in a VMA against an mprotect that merges it into the previous one",
          kernel -> {
            Calls calls =
                Calls.into(kernel, 4)
                    .anonymous(0, 4, READ_WRITE)
                    .written(3)
                    .withProtection(0, 2, READ);
            return race(
                calls.guardInstall(2, 1),
                calls.mprotect(2, 2, READ),
                calls.invariants().and(calls.staysGuarded(2)));
          });

  /**
   * A hole is cut into a VMA.
   *
   * <pre>
   *   |wwww|     guard install of page 0  ||  munmap(page 2)
   * </pre>
   */
  public static final Scenario SPLIT =
      new Scenario(
          "guard-vs-split",
          "guard install against a munmap that splits the VMA",
          kernel -> {
            Calls calls = Calls.into(kernel, 4).anonymous(0, 4, READ_WRITE).written(1);
            return race(
                calls.guardInstall(0, 1),
                calls.munmap(2, 1),
                calls.invariants().and(calls.staysGuarded(0)));
          });

  /**
   * A merge of VMAs that differ in sticky bits only, while smaps looks on.
   *
   * <pre>
   *   |rg|ww|    mprotect(page 2 and 3, READ)  ||  smaps of page 0
   * </pre>
   */
  public static final Scenario STICKY =
      new Scenario(
          "sticky-merge",
          "mprotect merges a VMA into a neighbour that has guards",
          kernel -> {
            Calls calls =
                Calls.into(kernel, 4)
                    .anonymous(0, 4, READ_WRITE)
                    .written(3)
                    .withProtection(0, 2, READ)
                    .guarded(1, 1);
            long flags = calls.flags(0);
            return race(
                calls.mprotect(2, 2, READ),
                calls.smapsFlags(0),
                calls
                    .invariants()
                    .and(calls.flagsAre(0, flags))
                    .and(calls.flagsAre(3, flags))
                    .and(returnedFlags(1, 0, flags)));
          });

  /**
   *
   *
   * <pre>
   *   |ww|       guard install of page 0  ||  smaps
   * </pre>
   */
  public static final Scenario SMAPS =
      new Scenario(
          "guard-vs-smaps",
          "guard install while smaps prints the VMA",
          kernel -> {
            Calls calls = Calls.into(kernel, 2).anonymous(0, 2, READ_WRITE).written(1);
            long flags = calls.flags(0);
            return race(
                calls.guardInstall(0, 1),
                calls.smapsFlags(0),
                calls.invariants().and(returnedFlags(1, 0, flags, flags | VmFlags.MAYBE_GUARD)));
          });

  /**
   *
   *
   * <pre>
   *   |wwww|     mprotect(all, READ)  ||  smaps
   * </pre>
   */
  public static final Scenario SMAPS_MPROTECT =
      new Scenario(
          "mprotect-vs-smaps",
          "mprotect while smaps prints the VMA",
          kernel -> {
            Calls calls = Calls.into(kernel, 4).anonymous(0, 4, READ_WRITE).written(3);
            long flags = calls.flags(0);
            return race(
                calls.mprotect(0, 4, READ),
                calls.smapsFlags(1),
                calls.invariants().and(returnedFlags(1, 0, flags, flags & ~VmFlags.WRITE)));
          });

  /**
   *
   *
   * <pre>
   *   |gwww|     munmap(page 2)  ||  smaps of page 0
   * </pre>
   */
  public static final Scenario SMAPS_SPLIT =
      new Scenario(
          "split-vs-smaps",
          "a munmap splits a VMA with guards while smaps prints it",
          kernel -> {
            Calls calls =
                Calls.into(kernel, 4).anonymous(0, 4, READ_WRITE).written(3).guarded(0, 1);
            long flags = calls.flags(0);
            return race(
                calls.munmap(2, 1),
                calls.smapsFlags(0),
                calls.invariants().and(returnedFlags(1, 0, flags)));
          });

  /**
   * Who installed a guard and looks at smaps sees it, whatever else happens.
   *
   * <pre>
   *   |ww|       guard install of page 0; smaps  ||  mprotect(all, READ)
   * </pre>
   */
  public static final Scenario SMAPS_AFTER_INSTALL =
      new Scenario(
          "smaps-after-guard",
          "smaps after a completed guard install, against mprotect",
          kernel -> {
            Calls calls = Calls.into(kernel, 2).anonymous(0, 2, READ_WRITE).written(1);
            long flags = calls.flags(0) | VmFlags.MAYBE_GUARD;
            return new Program(
                List.of(
                    KernelThread.of("T1", calls.guardInstall(0, 1), calls.smapsFlags(0)),
                    KernelThread.of("T2", calls.mprotect(0, 2, READ))),
                calls.invariants().and(returnedFlags(0, 1, flags, flags & ~VmFlags.WRITE)),
                INTENDED_RACES);
          });

  /**
   * A file-backed VMA of a whole PMD range.
   *
   * <pre>
   *   |ww|       guard install of page 0  ||  collapse_file, retract_page_tables
   * </pre>
   */
  public static final Scenario RETRACT =
      new Scenario(
          "guard-vs-retract",
          "guard install in a file mapping against retract_page_tables",
          kernel -> {
            AddressSpace file = kernel.newFile("file", 2);
            Calls calls = Calls.into(kernel, 2).shared(file, 0, 2, READ_WRITE).written(1);
            return race(
                calls.guardInstall(0, 1),
                calls.collapse(file),
                calls.invariants().and(calls.staysGuarded(0)));
          });

  /**
   * Two VMAs share a PMD range of a file, so neither can be retracted, until they are merged.
   *
   * <pre>
   *   |r|g|      mprotect(page 1, READ) merges them  ||  collapse_file, retract_page_tables
   * </pre>
   */
  public static final Scenario MERGE_RETRACT =
      new Scenario(
          "sticky-merge-vs-retract",
          "a merge that brings in guards against retract_page_tables of the merged range",
          kernel -> {
            AddressSpace file = kernel.newFile("file", 2);
            Calls calls =
                Calls.into(kernel, 2)
                    .shared(file, 0, 2, READ_WRITE)
                    .withProtection(0, 1, READ)
                    .guarded(1, 1);
            return race(
                calls.mprotect(1, 1, READ),
                calls.collapse(file),
                calls.invariants().and(calls.staysGuarded(1)));
          });

  /** All of them, in the order of this page. */
  public static List<Scenario> all() {
    return List.of(
        MPROTECT,
        MADVISE,
        MLOCK,
        CLEAR_REFS,
        MERGE_NEW,
        MERGE_EXISTING,
        SPLIT,
        STICKY,
        SMAPS,
        SMAPS_MPROTECT,
        SMAPS_SPLIT,
        SMAPS_AFTER_INSTALL,
        RETRACT,
        MERGE_RETRACT);
  }

  private static Program race(Operation one, Operation two, Property property) {
    return new Program(
        List.of(KernelThread.of("T1", one), KernelThread.of("T2", two)), property, INTENDED_RACES);
  }
}
