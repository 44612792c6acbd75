package org.vmacheck.checks.book;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.checks.scenario.Outcomes;
import org.vmacheck.checks.syscall.Machine;
import org.vmacheck.checks.syscall.SystemCall.Returns;
import org.vmacheck.model.Invariants;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.ops.UserAccess;
import org.vmacheck.model.pgtable.Pte;

/** The end of one execution, to be asked about. It is only looked at. */
final class EndState {

  private final Kernel kernel;
  private final MmStruct mm;
  private final List<Machine.Task> tasks;
  private final Outcomes outcomes;

  EndState(Kernel kernel, MmStruct mm, List<Machine.Task> tasks, Outcomes outcomes) {
    this.kernel = kernel;
    this.mm = mm;
    this.tasks = tasks;
    this.outcomes = outcomes;
  }

  /**
   * Makes sure that all of it is true.
   *
   * @throws org.vmacheck.model.memory.KernelBug that names the first part that is not
   */
  void require(Proposition proposition) {
    if (proposition instanceof Proposition.And and) {
      and.parts().forEach(this::require);
    } else if (!holds(proposition)) {
      throw PageProgram.violated(proposition.finding(), "not " + proposition + seen(proposition));
    }
  }

  /**
   * Tells of it if it is true.
   *
   * @throws org.vmacheck.model.memory.KernelBug of this name
   */
  void witness(String name, Proposition proposition) {
    if (holds(proposition)) {
      throw PageProgram.violated(name, proposition + " can be");
    }
  }

  boolean holds(Proposition proposition) {
    if (proposition instanceof Proposition.Not not) {
      return !holds(not.inner());
    } else if (proposition instanceof Proposition.And and) {
      return and.parts().stream().allMatch(this::holds);
    } else if (proposition instanceof Proposition.Or or) {
      return or.parts().stream().anyMatch(this::holds);
    } else if (proposition instanceof Proposition.Guard guard) {
      return Pte.isGuard(pte(guard.page()));
    } else if (proposition instanceof Proposition.Mapped mapped) {
      return vma(mapped.page()) != null;
    } else if (proposition instanceof Proposition.Flag flag) {
      return (flags(flag.page()) & flag.flag()) != 0;
    } else if (proposition instanceof Proposition.Flags flags) {
      return (flags(flags.page()) & ~VmFlags.SOFTDIRTY) == flags.flags();
    } else if (proposition instanceof Proposition.Pte pte) {
      return entry(pte.page()) == pte.entry();
    } else if (proposition instanceof Proposition.Vma wanted) {
      VmArea vma = vma(wanted.page());
      return vma != null
          && vma.vmStart.plain() == wanted.start()
          && vma.vmEnd.plain() == wanted.end();
    } else if (proposition instanceof Proposition.Read read) {
      return read(read.page()) == read.value();
    } else if (proposition instanceof Proposition.Result result) {
      return result(result) == result.value();
    }
    Proposition.Child child = (Proposition.Child) proposition;
    EndState inside = inside(child);
    return inside != null && inside.holds(child.inner());
  }

  /** The same end, of a child's address space. */
  EndState of(MmStruct childMm) {
    return new EndState(kernel, childMm, List.of(), outcomes);
  }

  private EndState inside(Proposition.Child child) {
    MmStruct made = tasks.get(child.thread()).childMm();
    return made == null ? null : of(made);
  }

  /** What a user sees of the pages, as propositions. */
  List<Proposition> exactly(int pages) {
    List<Proposition> all = new ArrayList<>();
    for (int page = 0; page < pages; page++) {
      if (vma(page) == null) {
        all.add(new Proposition.Not(new Proposition.Mapped(page)));
      } else {
        all.add(new Proposition.Flags(page, flags(page) & ~VmFlags.SOFTDIRTY));
        all.add(
            Pte.isGuard(pte(page))
                ? new Proposition.Guard(page)
                : new Proposition.Read(page, read(page)));
      }
    }
    return all;
  }

  /** What there is instead, for people. */
  private String seen(Proposition proposition) {
    if (proposition instanceof Proposition.Guard guard) {
      return ": its entry is " + Pte.toString(pte(guard.page()));
    } else if (proposition instanceof Proposition.Flag flag) {
      return ": it has [" + VmFlags.toString(flags(flag.page())) + "]";
    } else if (proposition instanceof Proposition.Flags flags) {
      return ": it has [" + VmFlags.toString(flags(flags.page())) + "]";
    } else if (proposition instanceof Proposition.Pte pte) {
      return ": it is " + Pte.toString(pte(pte.page()));
    } else if (proposition instanceof Proposition.Vma wanted) {
      VmArea vma = vma(wanted.page());
      return vma == null
          ? ": it is unmapped"
          : ": it covers [" + vma.vmStart.plain() + ", " + vma.vmEnd.plain() + ")";
    } else if (proposition instanceof Proposition.Read read) {
      return ": it gives " + Values.text(Returns.VALUE, read(read.page()));
    } else if (proposition instanceof Proposition.Result result) {
      return ": it is " + Values.text(result.returns(), result(result));
    } else if (proposition instanceof Proposition.Or or && !or.parts().isEmpty()) {
      return seen(or.parts().get(0));
    } else if (proposition instanceof Proposition.Child child) {
      EndState inside = inside(child);
      return inside == null ? ": there is no child" : inside.seen(child.inner());
    }
    return "";
  }

  private long result(Proposition.Result result) {
    long value = outcomes.of(result.thread(), result.statement());
    boolean flags = result.returns() == Returns.FLAGS && value >= 0;
    return flags ? value & ~VmFlags.SOFTDIRTY : value;
  }

  private VmArea vma(int page) {
    return mm.mmMt.rcuDereference().walk(page);
  }

  private long flags(int page) {
    VmArea vma = vma(page);
    return vma == null ? 0 : vma.vmFlags.plain();
  }

  private long pte(int page) {
    return Invariants.pteOf(mm.pageTables, page);
  }

  private Proposition.Entry entry(int page) {
    long pte = pte(page);
    return Pte.isGuard(pte)
        ? Proposition.Entry.GUARD
        : isPinned(pte)
            ? Proposition.Entry.PINNED
            : Pte.isPresent(pte) ? Proposition.Entry.PRESENT : Proposition.Entry.NONE;
  }

  /** A file's page is pinned as a folio, an anonymous one in its entry. */
  private boolean isPinned(long pte) {
    return Pte.isFile(pte)
        ? kernel.frames().pageFolio(Pte.pfn(pte)).refCount.plain() >= Folio.GUP_PIN_COUNTING_BIAS
        : Pte.isPinned(pte);
  }

  /** What a load would give, with what the fault would do to get it. */
  long read(int page) {
    VmArea vma = vma(page);
    long pte = pte(page);
    if (vma == null || Pte.isGuard(pte) || (vma.vmFlags.plain() & VmFlags.ACCESS) == 0) {
      return UserAccess.SIGSEGV;
    }
    if (Pte.isPresent(pte) || Pte.isSwap(pte)) {
      return Pte.isFile(pte) ? frame(Pte.pfn(pte)) : Pte.content(pte);
    }
    AddressSpace mapping = vma.vmFile.plain();
    if (mapping == null) {
      // nobody fills it: that would be a fault for userfaultfd
      boolean missing = (vma.vmFlags.plain() & VmFlags.UFFD_MISSING) != 0;
      return missing ? UserAccess.SIGBUS : 0;
    }
    int pgoff = (int) vma.linearPageIndex(page);
    Folio folio = pgoff < mapping.iSize.plain() ? mapping.iPages.get(pgoff).plain() : null;
    // a page that was truncated stays away: files do not grow again
    return folio == null ? UserAccess.SIGBUS : frame(folio.pfn(pgoff));
  }

  private long frame(long pfn) {
    return kernel.frames().frame(pfn).plain();
  }
}
