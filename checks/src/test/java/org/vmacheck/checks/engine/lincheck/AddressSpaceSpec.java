package org.vmacheck.checks.engine.lincheck;

import static org.vmacheck.model.ops.Errno.EINVAL;
import static org.vmacheck.model.ops.Errno.ENOMEM;
import static org.vmacheck.model.ops.Mman.PROT_NONE;
import static org.vmacheck.model.ops.Mman.PROT_READ;
import static org.vmacheck.model.ops.Mman.PROT_WRITE;
import static org.vmacheck.model.ops.UserAccess.SIGSEGV;

import java.util.function.IntConsumer;

/**
 * What an address space of four pages promises, one operation at a time: no locks, no VMAs, no page
 * tables. A page is mapped or not; a mapped page has a protection, may be a guard, and has a value.
 *
 * <p>Public, with a public constructor, because Lincheck makes it by reflection. All four pages are
 * mapped, readable and writable at first.
 */
public class AddressSpaceSpec {

  static final int PAGES = 4;
  static final long UNMAPPED = -1;

  private final boolean[] mapped = {true, true, true, true};
  private final long[] prot = {RW, RW, RW, RW};
  private final boolean[] guard = new boolean[PAGES];
  private final long[] value = new long[PAGES];

  static final long RW = PROT_READ | PROT_WRITE;

  /** A load: the value, or SIGSEGV. */
  public long read(int page) {
    boolean allowed = mapped[page] && !guard[page] && prot[page] != PROT_NONE;
    return allowed ? value[page] : SIGSEGV;
  }

  /** A store: 0, or SIGSEGV. */
  public long write(int page, int newValue) {
    if (!mapped[page] || guard[page] || (prot[page] & PROT_WRITE) == 0) {
      return SIGSEGV;
    }
    value[page] = newValue;
    return 0;
  }

  /** A load of which only its success is looked at. */
  public long touch(int page) {
    return read(page) == SIGSEGV ? SIGSEGV : 0;
  }

  /** A store of which only its success is looked at. */
  public long dirty(int page) {
    return write(page, 1);
  }

  /** New pages where the hint says if nothing is there, else in the highest hole. */
  public long mmap(int hint, int pages) {
    if (hint + pages <= PAGES && isHole(hint, hint + pages)) {
      return mmapFixed(hint, pages);
    }
    for (int start = PAGES - pages; start >= 0; start--) {
      if (isHole(start, start + pages)) {
        mmapFixed(start, pages);
        return start;
      }
    }
    return -ENOMEM;
  }

  private boolean isHole(int start, int end) {
    for (int page = start; page < end; page++) {
      if (mapped[page]) {
        return false;
      }
    }
    return true;
  }

  /** New pages in place of what is there. */
  public long mmapFixed(int start, int pages) {
    if (start + pages > PAGES) {
      return -ENOMEM;
    }
    for (int page = start; page < start + pages; page++) {
      mapped[page] = true;
      prot[page] = RW;
      guard[page] = false;
      value[page] = 0;
    }
    return start;
  }

  public long munmap(int start, int pages) {
    if (start + pages > PAGES) {
      return -EINVAL;
    }
    for (int page = start; page < start + pages; page++) {
      mapped[page] = false;
    }
    return 0;
  }

  public long mmapFixed(int page) {
    return mmapFixed(page, 1);
  }

  /** Stops at a hole; what comes before it is done. */
  public long mprotect(int start, int pages, int newProt) {
    for (int page = start; page < start + pages; page++) {
      if (page >= PAGES || !mapped[page]) {
        return -ENOMEM;
      }
      prot[page] = newProt;
    }
    return 0;
  }

  public long mprotect(int page, int newProt) {
    return mprotect(page, 1, newProt);
  }

  public long guardInstall(int start, int pages) {
    return forEachMapped(start, pages, page -> guard[page] = true);
  }

  public long guardInstall(int page) {
    return guardInstall(page, 1);
  }

  public long guardRemove(int start, int pages) {
    return forEachMapped(start, pages, page -> guard[page] = false);
  }

  public long guardRemove(int page) {
    return guardRemove(page, 1);
  }

  /** The values go, guards stay. */
  public long dontneed(int start, int pages) {
    return forEachMapped(start, pages, page -> value[page] = 0);
  }

  public long dontneed(int page) {
    return dontneed(page, 1);
  }

  /** Advice goes on after a hole and tells of it in the end. */
  private long forEachMapped(int start, int pages, IntConsumer advice) {
    long result = 0;
    for (int page = start; page < start + pages; page++) {
      if (page >= PAGES || !mapped[page]) {
        result = -ENOMEM;
      } else {
        advice.accept(page);
      }
    }
    return result;
  }

  /** What smaps says of the VMA at the page, as far as it is promised: may it be read, written. */
  public long smaps(int page) {
    return mapped[page] ? prot[page] : UNMAPPED;
  }

  /** A huge page in place of small ones is nothing that anybody can see. */
  public void collapse() {}
}
