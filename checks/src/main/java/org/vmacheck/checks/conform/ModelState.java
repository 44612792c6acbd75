package org.vmacheck.checks.conform;

import java.util.ArrayList;
import java.util.List;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.mm.VmaTree;
import org.vmacheck.model.ops.UserAccess;
import org.vmacheck.model.pgtable.Pte;
import org.vmacheck.model.pgtable.PteMap;

/**
 * Writes the window of a modelled address space as the kernel's side writes its own: VMAs, pages,
 * and what the accesses do that change nothing.
 */
final class ModelState {

  /** What the kernel's side stores where the store is bound to fail. */
  private static final int STORED = 0xee;

  private final Kernel kernel;
  private final AddressSpace file;
  private final List<AddressSpace> shmem = new ArrayList<>();

  ModelState(Kernel kernel, AddressSpace file) {
    this.kernel = kernel;
    this.file = file;
  }

  /** {@code |VMAS|PAGES|ACCESSES}. */
  String of(MmStruct mm) {
    StringBuilder text = new StringBuilder(320);
    VmaTree tree = mm.mmMt.plain();
    text.append('|');
    boolean first = true;
    for (VmaTree.Entry entry : tree.entries()) {
      if (entry.end() <= ModelSide.BASE || entry.start() >= ModelSide.BASE + Window.PAGES) {
        continue;
      }
      if (!first) {
        text.append(',');
      }
      first = false;
      area(text, entry.vma());
    }
    text.append('|');
    for (int page = 0; page < Window.PAGES; page++) {
      text.append(pageState(tree.walk(ModelSide.BASE + page), pte(mm, page)));
    }
    text.append('|');
    for (int page = 0; page < Window.PAGES; page++) {
      accesses(text, mm, tree, page);
    }
    return text.toString();
  }

  private long pte(MmStruct mm, int page) {
    return kernel.path(PteMap.class).ptepGetLockless(mm.pageTables, ModelSide.BASE + page);
  }

  private static char pageState(VmArea vma, long pte) {
    if (Pte.isUffdWpMarker(pte)) {
      return 'M';
    }
    if (Pte.isPresent(pte) && Pte.isUffd(pte) && isWriteProtecting(vma)) {
      return 'W';
    }
    return Pte.isGuard(pte) ? 'G' : Pte.isPresent(pte) ? 'P' : '.';
  }

  private static boolean isWriteProtecting(VmArea vma) {
    return vma != null && (vma.vmFlags.plain() & VmFlags.UFFD_WP) != 0;
  }

  private void area(StringBuilder text, VmArea vma) {
    long flags = vma.vmFlags.plain();
    AddressSpace mapping = vma.vmFile.plain();
    text.append(vma.vmStart.plain() - ModelSide.BASE)
        .append('+')
        .append(vma.vmaPages())
        .append(':');
    text.append((flags & VmFlags.READ) != 0 ? 'r' : '-')
        .append((flags & VmFlags.WRITE) != 0 ? 'w' : '-')
        .append((flags & VmFlags.EXEC) != 0 ? 'x' : '-')
        .append((flags & VmFlags.MAYSHARE) != 0 ? 's' : 'p')
        .append(':')
        .append(mapping == null ? 0 : vma.vmPgoff.plain())
        .append(':')
        .append(name(mapping))
        .append(vma.anonName.plain() == null ? "" : "[" + vma.anonName.plain() + "]")
        .append(':');
    boolean first = true;
    for (var mnemonic : VmFlags.smapsMnemonics().entrySet()) {
      // The kernel's side leaves out sd as well: it depends on CONFIG_MEM_SOFT_DIRTY.
      if ((flags & ~VmFlags.SOFTDIRTY & mnemonic.getKey()) != 0) {
        text.append(first ? "" : " ").append(mnemonic.getValue());
        first = false;
      }
    }
  }

  /** Shared anonymous mappings are numbered in the order in which they are first shown. */
  private String name(AddressSpace mapping) {
    if (mapping == null) {
      return "-";
    }
    if (mapping == file) {
      return "f";
    }
    int index = shmem.indexOf(mapping);
    if (index < 0) {
      shmem.add(mapping);
      index = shmem.size() - 1;
    }
    return "z" + (index + 1);
  }

  private void accesses(StringBuilder text, MmStruct mm, VmaTree tree, int page) {
    int at = ModelSide.BASE + page;
    VmArea vma = tree.walk(at);
    long pte = pte(mm, page);
    long flags = vma == null ? 0 : vma.vmFlags.plain();
    boolean settled = Pte.isGuard(pte) || (flags & VmFlags.ACCESS) == 0;
    if (settled || Pte.isPresent(pte)) {
      long read = kernel.path(UserAccess.class).read(mm, at);
      if (read >= 0) {
        text.append(Character.forDigit((int) (read >> 4), 16));
        text.append(Character.forDigit((int) (read & 15), 16));
      } else {
        text.append(read == UserAccess.SIGBUS ? "BU" : "SE");
      }
    } else {
      text.append("--");
    }
    if (settled || (flags & VmFlags.WRITE) == 0) {
      long written = kernel.path(UserAccess.class).write(mm, at, STORED);
      text.append(written == 0 ? 'w' : written == UserAccess.SIGBUS ? 'b' : 's');
    } else {
      text.append('-');
    }
  }
}
