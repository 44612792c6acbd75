package org.vmacheck.model.mm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.KernelBug.Kind;
import org.vmacheck.model.names.Folded;

/**
 * The VMA tree ({@code mm->mm_mt}) as an immutable sorted snapshot: which VMA the tree says covers
 * which pages. An entry has a range of its own, as a slot of the maple tree has; while a writer
 * works it may differ from {@code vm_start} and {@code vm_end} of the VMA.
 *
 * <p>Each store into the kernel's tree is one new snapshot, published through {@link
 * MmStruct#mmMt}.
 *
 * @param entries sorted, disjoint
 * @param node what a walk goes through to get at them; null where nobody asks how long it lives
 */
public record VmaTree(List<Entry> entries, MapleNode node) {

  public static final VmaTree EMPTY = new VmaTree(List.of(), null);

  /**
   * Pages [start, end) are covered by the VMA.
   *
   * @param vma null for {@code XA_ZERO_ENTRY}, the marker that a failed fork leaves
   */
  public record Entry(long start, long end, VmArea vma) {

    /** {@code xa_is_zero}: the marker of a failed fork. */
    @Folded
    public boolean isZero() {
      return vma == null;
    }

    /** Nobody but who takes the tree down expects a marker. */
    @Folded
    private VmArea expected() {
      if (isZero()) {
        throw new KernelBug(
            Kind.INVARIANT, "xa_zero_entry", "the marker of a failed fork is taken for a VMA");
      }
      return vma;
    }
  }

  public VmaTree {
    entries = List.copyOf(entries);
  }

  /** The same in a node. */
  @Folded
  public VmaTree in(MapleNode other) {
    return new VmaTree(entries, other);
  }

  @Folded
  @Override
  public List<Entry> entries() {
    visit();
    return entries;
  }

  @Folded
  private void visit() {
    if (node != null) {
      node.visit();
    }
  }

  /** {@code {0-4 6-8}}: the ranges. */
  @Folded
  @Override
  public String toString() {
    return entries.stream()
        .map(entry -> entry.start + "-" + entry.end)
        .collect(Collectors.joining(" ", "{", "}"));
  }

  /** {@code mas_walk}: the VMA that covers the page, or null. */
  @Folded
  public VmArea walk(long page) {
    visit();
    for (Entry entry : entries) {
      if (page < entry.end) {
        return page >= entry.start ? entry.vma : null;
      }
    }
    return null;
  }

  /** {@code vma_find} and {@code vma_next}: the first VMA that ends behind the page, or null. */
  @Folded
  public VmArea find(long page) {
    visit();
    for (Entry entry : entries) {
      if (page < entry.end) {
        return entry.expected();
      }
    }
    return null;
  }

  /** {@code find_vma}: the same, but it goes on behind a marker. */
  @Folded
  public VmArea findVma(long page) {
    visit();
    for (Entry entry : entries) {
      if (page < entry.end && !entry.isZero()) {
        return entry.vma;
      }
    }
    return null;
  }

  /** {@code vma_prev}: the last VMA that starts before the page, or null. */
  @Folded
  public VmArea before(long page) {
    visit();
    VmArea last = null;
    for (Entry entry : entries) {
      if (entry.start >= page) {
        break;
      }
      last = entry.expected();
    }
    return last;
  }

  /** The VMAs that overlap [start, end), in order. */
  @Folded
  public List<VmArea> in(long start, long end) {
    visit();
    List<VmArea> found = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.start < end && start < entry.end) {
        found.add(entry.expected());
      }
    }
    return found;
  }

  /** {@code vma_iter_store}: [start, end) belongs to the VMA, and nothing else does. */
  @Folded
  public VmaTree store(long start, long end, VmArea vma) {
    List<Entry> next = without(start, end, vma);
    int at = 0;
    while (at < next.size() && next.get(at).start < start) {
      at++;
    }
    next.add(at, new Entry(start, end, vma));
    return new VmaTree(next, node);
  }

  /** {@code vma_iter_clear}: [start, end) belongs to nobody. */
  @Folded
  public VmaTree clear(long start, long end) {
    return new VmaTree(without(start, end, null), node);
  }

  @Folded
  private List<Entry> without(long start, long end, VmArea replaced) {
    List<Entry> next = new ArrayList<>(entries.size() + 2);
    for (Entry entry : entries) {
      if (entry.end <= start || end <= entry.start) {
        if (entry.vma != replaced) {
          next.add(entry);
        }
        continue;
      }
      if (entry.vma == replaced) {
        continue;
      }
      if (entry.start < start) {
        next.add(new Entry(entry.start, start, entry.vma));
      }
      if (end < entry.end) {
        next.add(new Entry(end, entry.end, entry.vma));
      }
    }
    return next;
  }
}
