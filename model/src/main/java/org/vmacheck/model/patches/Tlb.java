package org.vmacheck.model.patches;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.KernelBug.Kind;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.Word;
import org.vmacheck.model.mm.Folio;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.names.Folded;
import org.vmacheck.model.names.KernelFunction;
import org.vmacheck.model.ops.ClearRefs;
import org.vmacheck.model.ops.PageFault;
import org.vmacheck.model.ops.PendingFlush;
import org.vmacheck.model.ops.TlbFlush;
import org.vmacheck.model.ops.UserAccess;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.pgtable.PageTables;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;
import org.vmacheck.model.pgtable.PteTable;
import org.vmacheck.model.release.Proposal;

/**
 * A processor that keeps translations until it is told to forget them. Accesses inside of {@code
 * cached()} run on it, all others on processors that keep none. It takes no flush in the middle of
 * an instruction, as the interrupt of a flush waits for its end.
 *
 * <p>An anonymous page lives in its entry. One that is mapped no more lives on in the translation.
 */
@Proposal("a processor keeps the translations of cached() accesses until they are flushed (TLB)")
public final class Tlb {

  private Tlb() {}

  /** The accesses of that processor. */
  public static class Access extends UserAccess {

    public Access(Kernel kernel) {
      super(kernel);
    }

    @Override
    @Folded
    public long cachedRead(MmStruct mm, long page) {
      if (isBeyondTaskSize(mm, page)) {
        return SIGSEGV;
      }
      while (true) {
        mm.tlb.csdLock.lock();
        long entry = translation(mm, page, PageFault.Access.READ);
        boolean allowed = Pte.allowsRead(entry);
        long value = allowed ? load(mm, page, entry) : 0;
        if (!allowed) {
          forget(mm, page);
        }
        mm.tlb.csdLock.unlock();
        if (allowed) {
          return value;
        }
        long signal =
            signal(kernel.path(PageFault.class).doUserAddrFault(mm, page, PageFault.Access.READ));
        if (signal != 0) {
          return signal;
        }
      }
    }

    @Override
    @Folded
    public long cachedWrite(MmStruct mm, long page, long value) {
      if (isBeyondTaskSize(mm, page)) {
        return SIGSEGV;
      }
      while (true) {
        mm.tlb.csdLock.lock();
        long entry = translation(mm, page, PageFault.Access.WRITE);
        boolean allowed = Pte.allowsWrite(entry);
        if (allowed) {
          store(mm, page, entry, value);
        } else {
          forget(mm, page);
        }
        mm.tlb.csdLock.unlock();
        if (allowed) {
          return 0;
        }
        long signal =
            signal(kernel.path(PageFault.class).doUserAddrFault(mm, page, PageFault.Access.WRITE));
        if (signal != 0) {
          return signal;
        }
      }
    }

    /** What is kept if it allows the access, else what the tables say, which is kept. */
    @Folded
    private long translation(MmStruct mm, long page, PageFault.Access access) {
      Word kept = mm.tlb.entries.get((int) page);
      long entry = kept.readOnce();
      boolean write = access == PageFault.Access.WRITE;
      if (write ? Pte.allowsWrite(entry) : Pte.allowsRead(entry)) {
        return entry;
      }
      long walked = walk(mm, page);
      if (Pte.allowsRead(walked)) {
        kept.writeOnce(walked);
      }
      return walked;
    }

    /** Which table the page is reached through is kept as well. */
    @Folded
    private long walk(MmStruct mm, long page) {
      PageTables tables = mm.pageTables;
      Pointer<PteTable> kept = mm.tlb.tables.get(tables.geometry().pmdIndex(page));
      PteTable table = kept.readOnce();
      if (table == null) {
        table = tables.pmd(page).entry.rcuDereference();
        if (table == null) {
          return Pte.NONE;
        }
        kept.writeOnce(table);
      }
      return kernel.path(PteMap.class).pte(tables, table, page).readOnce();
    }

    /** A fault leaves nothing behind of how it came about. */
    @Folded
    private void forget(MmStruct mm, long page) {
      mm.tlb.entries.get((int) page).writeOnce(Pte.NONE);
      mm.tlb.tables.get(mm.pageTables.geometry().pmdIndex(page)).writeOnce(null);
    }

    @Folded
    private long load(MmStruct mm, long page, long entry) {
      if (Pte.isFile(entry)) {
        return frame(entry).readOnce();
      }
      Word pte = entryOf(mm, page);
      long now = pte == null ? Pte.NONE : pte.readOnce();
      return Pte.content(Pte.isSamePage(now, entry) ? now : entry);
    }

    @Folded
    private void store(MmStruct mm, long page, long entry, long value) {
      if (Pte.isFile(entry)) {
        frame(entry).writeOnce(value);
        return;
      }
      Word pte = entryOf(mm, page);
      while (pte != null) {
        long now = pte.readOnce();
        if (!Pte.isSamePage(now, entry)) {
          break;
        }
        if (pte.cmpxchgRelaxed(now, Pte.withContent(now, value)) == now) {
          return;
        }
      }
      mm.tlb.entries.get((int) page).writeOnce(Pte.withContent(entry, value));
    }

    /** The entry that a page has by now, null if there is no table. */
    @Folded
    private Word entryOf(MmStruct mm, long page) {
      PteTable table = mm.pageTables.pmd(page).entry.rcuDereference();
      return table == null ? null : kernel.path(PteMap.class).pte(mm.pageTables, table, page);
    }

    /** As long as somebody can get at it, it has not been freed. */
    @Folded
    private Word frame(long entry) {
      long pfn = Pte.pfn(entry);
      Folio folio = kernel.frames().pageFolio(pfn);
      if (folio != null && folio.refCount.readOnce() == 0) {
        throw new KernelBug(
            Kind.USE_AFTER_FREE,
            "page",
            "a translation that was not flushed leads to freed memory");
      }
      return kernel.frames().frame(pfn);
    }
  }

  /** A copy is another page. */
  public static class Fault extends PageFault {

    public Fault(Kernel kernel) {
      super(kernel);
    }

    @Override
    @Folded
    protected long copyOf(long orig) {
      long copy = super.copyOf(orig);
      return (orig & Pte.OTHER_PAGE) != 0 ? copy : copy | Pte.OTHER_PAGE;
    }
  }

  /** The walk that takes write access away, so that the next store is noticed. */
  public static class SoftDirty extends ClearRefs {

    public SoftDirty(Kernel kernel) {
      super(kernel);
    }

    @Override
    @KernelFunction("clear_refs_write")
    protected void walk(MmStruct mm) {
      int pages = mm.pageTables.geometry().pages();
      kernel.path(PteMap.class).walkPageRange(mm.pageTables, 0, pages, SoftDirty::clearSoftDirty);
      kernel.path(TlbFlush.class).flushTlbMm(mm);
    }

    @KernelFunction("clear_soft_dirty")
    private static void clearSoftDirty(Word pte) {
      if (Pte.allowsWrite(pte.readOnce())) {
        pte.fetchAnd(~Pte.WRITABLE);
      }
    }
  }

  /** The flushes that reach it. */
  public static class Flush extends TlbFlush {

    public Flush(Kernel kernel) {
      super(kernel);
    }

    @Override
    public void flushTlbRange(MmStruct mm, long start, long end) {
      mm.tlb.csdLock.lock();
      for (long page = start; page < end; page++) {
        mm.tlb.entries.get((int) page).writeOnce(Pte.NONE);
      }
      mm.tlb.csdLock.unlock();
    }

    @Override
    public void flushTlbMm(MmStruct mm) {
      flushTlbRange(mm, 0, mm.pageTables.geometry().pages());
    }

    @Override
    public void replaceAfterFlush(MmStruct mm, long page, Word pte, long entry) {
      pte.xchg(Pte.NONE);
      flushTlbRange(mm, page, page + 1);
      pte.writeOnce(entry);
    }

    @Override
    public void flushTable(MmStruct mm, long page) {
      Geometry geometry = mm.pageTables.geometry();
      if (page >= geometry.pages()) {
        return;
      }
      mm.tlb.csdLock.lock();
      mm.tlb.tables.get(geometry.pmdIndex(page)).writeOnce(null);
      for (long at = page; at < geometry.pmdAddrEnd(page, geometry.pages()); at++) {
        mm.tlb.entries.get((int) at).writeOnce(Pte.NONE);
      }
      mm.tlb.csdLock.unlock();
    }

    @Override
    public UnmapBatch unmapBatch() {
      return new PendingFlush.Unmapped(this, new ArrayList<>());
    }

    @Override
    public MmuGather tlbGatherMmu(MmStruct mm) {
      return new PendingFlush.Gather(
          kernel, mm, new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
    }
  }
}
