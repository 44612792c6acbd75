package org.vmacheck.model.ops;

import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.ops.PageFault.Access;
import org.vmacheck.model.ops.PageFault.Result;
import org.vmacheck.model.pgtable.PageTables;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;

/**
 * A load or a store of user space: the MMU walks the tables, and what it cannot do becomes a page
 * fault, after which the instruction is tried again. The walk holds no lock; tables are freed only
 * behind it (as the TLB flush sees to), which the RCU section here stands for.
 */
public class UserAccess {

  /** The access ended in {@code SIGSEGV}. */
  public static final long SIGSEGV = -11;

  /** The access ended in {@code SIGBUS}. */
  public static final long SIGBUS = -7;

  protected final Kernel kernel;

  public UserAccess(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * A load.
   *
   * @return what the page holds, at least 0, or {@link #SIGSEGV} or {@link #SIGBUS}
   */
  @Folded
  public long read(MmStruct mm, long page) {
    if (isBeyondTaskSize(mm, page)) {
      return SIGSEGV;
    }
    while (true) {
      long pte = kernel.path(PteMap.class).ptepGetLockless(mm.pageTables, page);
      if (Pte.allowsRead(pte)) {
        return Pte.isFile(pte) ? kernel.frames().frame(Pte.pfn(pte)).readOnce() : Pte.content(pte);
      }
      long signal = signal(kernel.path(PageFault.class).doUserAddrFault(mm, page, Access.READ));
      if (signal != 0) {
        return signal;
      }
    }
  }

  /**
   * A store.
   *
   * @param value at least 0
   * @return 0, or {@link #SIGSEGV} or {@link #SIGBUS}
   */
  @Folded
  public long write(MmStruct mm, long page, long value) {
    if (isBeyondTaskSize(mm, page)) {
      return SIGSEGV;
    }
    while (!store(mm, page, value)) {
      long signal = signal(kernel.path(PageFault.class).doUserAddrFault(mm, page, Access.WRITE));
      if (signal != 0) {
        return signal;
      }
    }
    return 0;
  }

  /** A load by the processor that keeps translations. None does here, so it is a load. */
  @Folded
  public long cachedRead(MmStruct mm, long page) {
    return read(mm, page);
  }

  /** A store by the processor that keeps translations. None does here, so it is a store. */
  @Folded
  public long cachedWrite(MmStruct mm, long page, long value) {
    return write(mm, page, value);
  }

  /** One attempt of the MMU: the store, or none if the entry does not allow it. */
  @Folded
  private boolean store(MmStruct mm, long page, long value) {
    PageTables tables = mm.pageTables;
    kernel.memory().rcu().readLock();
    PteTable table = tables.pmd(page).entry.rcuDereference();
    boolean stored =
        table != null && store(kernel.path(PteMap.class).pte(tables, table, page), value);
    kernel.memory().rcu().readUnlock();
    return stored;
  }

  @Folded
  private boolean store(Word entry, long value) {
    long pte = entry.readOnce();
    if (!Pte.allowsWrite(pte)) {
      return false;
    }
    if (Pte.isFile(pte)) {
      kernel.frames().frame(Pte.pfn(pte)).writeOnce(value);
      return true;
    }
    // The page lives in its entry, so the store is one with the MMU setting the dirty bit.
    return entry.cmpxchgRelaxed(pte, Pte.withContent(pte, value)) == pte;
  }

  protected static boolean isBeyondTaskSize(MmStruct mm, long page) {
    return page < 0 || page >= mm.pageTables.geometry().pages();
  }

  protected static long signal(Result result) {
    return switch (result) {
      case DONE, RETRY -> 0;
      case SIGSEGV -> SIGSEGV;
      case SIGBUS -> SIGBUS;
    };
  }
}
