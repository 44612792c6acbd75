package org.vmacheck.model.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.locking.MmapLock;
import org.vmacheck.model.locking.VmaLock;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.KernelBug.Kind;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.AnonVma;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.pgtable.Pte;

/**
 * Whoever holds a lock that keeps a VMA as it is, and relies on that: it looks twice. The kernel
 * has many of them (faults, /proc, rmap walks); this one stands for all and does nothing else.
 *
 * <p>Under a lock on the VMA, {@code VM_MAYBE_GUARD} may be set and an anon_vma may appear (claim
 * C01); nothing else may change.
 */
public class VmaReader {

  /** There is no VMA, or it could not be locked. */
  public static final long NONE = -1;

  private static final long MAY_BE_SET = VmFlags.MAYBE_GUARD;

  private final Kernel kernel;

  public VmaReader(Kernel kernel) {
    this.kernel = kernel;
  }

  /** The fields that an rmap lock keeps as they are. */
  private record Range(long start, long end, long pgoff) {

    @Folded
    static Range of(VmArea vma) {
      return new Range(vma.vmStart.plain(), vma.vmEnd.plain(), vma.vmPgoff.plain());
    }

    @Override
    public String toString() {
      return "[" + start + ", " + end + ") at " + pgoff;
    }
  }

  /** The fields that a lock on the VMA keeps as they are. */
  private record Fields(
      Range range, long flags, MmStruct mm, AddressSpace file, String uffd, AnonVma anonVma) {

    @Folded
    static Fields of(VmArea vma) {
      return new Fields(
          Range.of(vma),
          vma.vmFlags.plain(),
          vma.vmMm.plain(),
          vma.vmFile.plain(),
          vma.vmUserfaultfdCtx.plain(),
          vma.anonVma.readOnce());
    }

    /** What is not as it was, or an empty text. */
    String changedTo(Fields now) {
      if (!now.range.equals(range)) {
        return "its range was " + range + ", and is " + now.range;
      } else if (((now.flags ^ flags) & ~MAY_BE_SET) != 0 || (flags & ~now.flags) != 0) {
        return "its flags were ["
            + VmFlags.toString(flags)
            + "], and are ["
            + VmFlags.toString(now.flags)
            + "]";
      } else if (!Objects.equals(now.mm, mm)
          || !Objects.equals(now.file, file)
          || !Objects.equals(now.uffd, uffd)) {
        return "it belongs to something else";
      } else if (anonVma != null && !Objects.equals(now.anonVma, anonVma)) {
        return "its anon_vma is gone";
      }
      return "";
    }
  }

  /**
   * Under the VMA read lock, as a page fault takes it.
   *
   * @return the flags, without those that may be set meanwhile, or {@link #NONE}
   * @throws KernelBug if the VMA is not one of the page, or changes while it is locked
   */
  @Folded
  public long underVmaLock(MmStruct mm, long page) {
    VmArea vma = kernel.path(VmaLock.class).lockVmaUnderRcu(mm, page);
    if (vma == null) {
      return NONE;
    }
    long flags = lookTwice(mm, vma, page);
    kernel.path(VmaLock.class).vmaEndRead(vma);
    return flags;
  }

  /**
   * Under mmap_lock.
   *
   * @return as {@link #underVmaLock}
   */
  @Folded
  public long underMmapLock(MmStruct mm, long page) {
    kernel.path(MmapLock.class).mmapReadLock(mm);
    VmArea vma = kernel.path(VmaIterator.class).vmaIterLoad(mm).walk(page);
    long flags = vma == null ? NONE : lookTwice(mm, vma, page);
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
    return flags;
  }

  /**
   * Under mmap_lock first, and with {@code vma_start_read_locked} under the VMA lock from there on
   * (claims C39 and C40).
   *
   * @return as {@link #underVmaLock}
   */
  @Folded
  public long handedOver(MmStruct mm, long page) {
    kernel.path(MmapLock.class).mmapReadLock(mm);
    VmArea vma = kernel.path(VmaIterator.class).vmaIterLoad(mm).walk(page);
    if (vma != null) {
      kernel.path(VmaLock.class).vmaStartReadLocked(vma);
    }
    kernel.path(MmapLock.class).mmapReadUnlock(mm);
    if (vma == null) {
      return NONE;
    }
    long flags = lookTwice(mm, vma, page);
    kernel.path(VmaLock.class).vmaEndRead(vma);
    return flags;
  }

  /**
   * Under {@code i_mmap_rwsem}, as an rmap walk: each VMA that maps the page of the file, and that
   * lock keeps its range as it is (claims C02 and C04), not its flags.
   *
   * @return how many VMAs map the page
   */
  @Folded
  public long underRmapLock(AddressSpace mapping, long pgoff) {
    mapping.iMmapRwsem.downRead();
    long found = mappings(mapping.iMmap.plain(), pgoff);
    mapping.iMmapRwsem.upRead();
    return found;
  }

  /**
   * Under the lock of an anon_vma, as an rmap walk: each VMA that may map an anonymous page, and
   * that lock keeps its range as it is. The anon_vma is that of the page's VMA, as the page itself
   * would tell.
   *
   * @return how many VMAs may map the page
   */
  @Folded
  public long underAnonVmaLock(MmStruct mm, long page) {
    kernel.memory().rcu().readLock();
    VmArea vma = mm.mmMt.rcuDereference().walk(page);
    AnonVma anonVma = vma == null ? null : vma.anonVma.rcuDereference();
    kernel.memory().rcu().readUnlock();
    if (anonVma == null) {
      return 0;
    }
    anonVma.rwsem.downRead();
    long found = mappings(anonVma.rbRoot.plain(), page);
    anonVma.rwsem.upRead();
    return found;
  }

  @Folded
  private static long mappings(List<VmArea> vmas, long pgoff) {
    long found = 0;
    for (VmArea vma : vmas) {
      Range first = Range.of(vma);
      boolean maps = first.pgoff <= pgoff && pgoff < first.pgoff + first.end - first.start;
      Range second = Range.of(vma);
      if (!first.equals(second)) {
        throw changed("its range was " + first + ", and is " + second);
      }
      found += maps ? 1 : 0;
    }
    return found;
  }

  /**
   * A walk over the page tables under mmap_lock for writing that asks for {@code PGWALK_WRLOCK} and
   * looks at each entry twice (claims C98 and C99).
   *
   * @return how many pages are present
   * @throws KernelBug if a page comes or goes in between
   */
  @Folded
  public long walkUnderWriteLock(MmStruct mm) {
    kernel.path(MmapLock.class).mmapWriteLock(mm);
    List<Word> first = presentEntries(mm);
    List<Word> second = presentEntries(mm);
    kernel.path(MmapLock.class).mmapWriteUnlock(mm);
    if (!first.equals(second)) {
      throw new KernelBug(
          Kind.INVARIANT,
          "entry_changed",
          first.size() + " entries were present, and " + second.size() + " are, or others");
    }
    return second.size();
  }

  /** Others make tables meanwhile, for pages of VMAs that are not locked yet. */
  @Folded
  private List<Word> presentEntries(MmStruct mm) {
    List<Word> present = new ArrayList<>();
    kernel
        .path(PageWalk.class)
        .walkPageRange(
            mm,
            0,
            mm.pageTables.geometry().pages(),
            PageWalk.WalkLock.WRLOCK,
            (page, pte) -> {
              if (Pte.isPresent(pte.readOnce())) {
                present.add(pte);
              }
            });
    return present;
  }

  @Folded
  private long lookTwice(MmStruct mm, VmArea vma, long page) {
    Fields first = Fields.of(vma);
    if (page < first.range.start || page >= first.range.end || !first.mm.equals(mm)) {
      throw new KernelBug(
          Kind.INVARIANT,
          "wrong_vma",
          "page " + page + " was looked up, and " + first.range + " is locked");
    }
    String changed = first.changedTo(Fields.of(vma));
    if (!changed.isEmpty()) {
      throw changed(changed);
    }
    VmaTree tree = mm.mmMt.rcuDereference();
    if (tree.walk(page) != vma) {
      throw new KernelBug(
          Kind.INVARIANT, "stale_vma", first.range + " is locked, and the tree has another one");
    }
    return first.flags & ~MAY_BE_SET;
  }

  @Folded
  private static KernelBug changed(String what) {
    return new KernelBug(Kind.INVARIANT, "vma_changed", what);
  }
}
