package org.vmacheck.model.pgtable;

/**
 * The encoding of a page-table entry in a word.
 *
 * <p>An anonymous page lives in its entry: what it holds stands in the upper bits, so that
 * unmapping it is losing it. An entry that maps the page cache holds the number of the frame
 * instead.
 */
public final class Pte {

  /** {@code pte_none}. */
  public static final long NONE = 0;

  /** {@code _PAGE_PRESENT}. */
  public static final long PRESENT = 1;

  /** {@code _PAGE_RW}. */
  public static final long WRITABLE = 2;

  /** {@code _PAGE_PROTNONE}: there, but not for user space. */
  public static final long PROTNONE = 4;

  /** Maps a page of the page cache. */
  public static final long FILE = 8;

  /** A PTE marker of kind guard ({@code PTE_MARKER_GUARD}): every access is fatal. */
  public static final long GUARD = 16;

  /** A migration entry: who touches the page waits until its folio has moved. */
  public static final long MIGRATION = 32;

  /** Not a bit of the kernel's: the anonymous page that lives here is pinned. */
  public static final long PINNED = 64;

  /** Not a bit of the kernel's: tells an anonymous page from the one that it is a copy of. */
  public static final long OTHER_PAGE = 128;

  /** {@code _PAGE_PSE}: maps a huge page. */
  public static final long HUGE = 256;

  /**
   * {@code _PAGE_UFFD}: write-protected by userfaultfd, which is asked for before the page is
   * written. Alone it is a PTE marker ({@code PTE_MARKER_UFFD_WP}): a page of a file that is not
   * mapped and has to be write-protected when it is.
   */
  public static final long UFFD = 512;

  /**
   * Not a bit of the kernel's: {@code mapping} and {@code index} of the anonymous page are those of
   * another place, where a walk over the reverse maps looks for it.
   */
  public static final long OTHER_PLACE = 1024;

  /** A swap entry. What was written to swap lives in the entry as the page did. */
  public static final long SWAP = 2048;

  /** Content, or the frame number, starts here. */
  private static final int CONTENT_SHIFT = 12;

  private Pte() {}

  /** An anonymous page that holds the value. */
  public static long anonymous(long content, long protection) {
    return PRESENT | protection | content << CONTENT_SHIFT;
  }

  /** A page of the page cache. */
  public static long file(long pfn, long protection) {
    return PRESENT | FILE | protection | pfn << CONTENT_SHIFT;
  }

  /** The migration entry of what an entry maps. */
  public static long migration(long pte) {
    return (pte & ~(PRESENT | FILE | PROTNONE)) | MIGRATION;
  }

  /** The swap entry of an anonymous page. */
  public static long swap(long pte) {
    return (pte & ~(PRESENT | PROTNONE | WRITABLE)) | SWAP;
  }

  public static boolean isSwap(long pte) {
    return (pte & SWAP) != 0;
  }

  /** {@code folio_maybe_dma_pinned} of an anonymous page. */
  public static boolean isPinned(long pte) {
    return (pte & PINNED) != 0;
  }

  /** Whether a walk over the reverse maps of the anonymous page comes to this entry. */
  public static boolean isInPlace(long pte) {
    return (pte & OTHER_PLACE) == 0;
  }

  public static boolean isMigration(long pte) {
    return (pte & MIGRATION) != 0;
  }

  public static boolean isPresent(long pte) {
    return (pte & PRESENT) != 0;
  }

  public static boolean isGuard(long pte) {
    return (pte & GUARD) != 0;
  }

  /** {@code pte_uffd} and {@code pte_swp_uffd_any}. */
  public static boolean isUffd(long pte) {
    return (pte & UFFD) != 0;
  }

  /** {@code pte_is_uffd_wp_marker}. */
  public static boolean isUffdWpMarker(long pte) {
    return pte == UFFD;
  }

  public static boolean isFile(long pte) {
    return (pte & FILE) != 0;
  }

  public static boolean allowsRead(long pte) {
    return isPresent(pte) && (pte & PROTNONE) == 0;
  }

  public static boolean allowsWrite(long pte) {
    return allowsRead(pte) && (pte & WRITABLE) != 0;
  }

  /** {@code pte_pfn}: the frame of an entry that maps the page cache. */
  public static long pfn(long pte) {
    return pte >>> CONTENT_SHIFT;
  }

  /** What the anonymous page holds. */
  public static long content(long pte) {
    return pte >>> CONTENT_SHIFT;
  }

  /** The same page with another content. */
  public static long withContent(long pte, long content) {
    return (pte & ((1L << CONTENT_SHIFT) - 1)) | content << CONTENT_SHIFT;
  }

  /** Whether two entries of anonymous memory map the same page. */
  public static boolean isSamePage(long pte, long other) {
    return isPresent(pte) && isPresent(other) && ((pte ^ other) & (FILE | OTHER_PAGE)) == 0;
  }

  /** {@code pte_modify}: the same page with other access bits. */
  public static long withProtection(long pte, long protection) {
    return (pte & ~(WRITABLE | PROTNONE)) | protection;
  }

  /** {@code none}, {@code guard}, {@code present rw 5}. */
  public static String toString(long pte) {
    if (pte == NONE) {
      return "none";
    }
    if (isGuard(pte)) {
      return "guard";
    }
    if (isUffdWpMarker(pte)) {
      return "uffd-wp marker";
    }
    if (isMigration(pte)) {
      return "migration " + ((pte & WRITABLE) != 0 ? "rw" : "r-") + " pfn " + pfn(pte);
    }
    if (isSwap(pte)) {
      return "swapped " + content(pte) + (isUffd(pte) ? " uffd-wp" : "");
    }
    String access = !allowsRead(pte) ? "--" : allowsWrite(pte) ? "rw" : "r-";
    return "present "
        + access
        + (isFile(pte) ? " pfn " + pfn(pte) : " " + content(pte))
        + (isPinned(pte) ? " pinned" : "")
        + (isInPlace(pte) ? "" : " of another place")
        + (isUffd(pte) ? " uffd-wp" : "");
  }
}
