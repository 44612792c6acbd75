package org.vmacheck.model.memory.lockdep;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The documented order of the locks of mm, outer before inner: Documentation/mm/process_addrs.rst,
 * "Lock ordering", and the comments in front of mm/rmap.c and mm/filemap.c that it quotes. A
 * partial order: classes that it does not relate may nest either way.
 *
 * <p>One pair is left out on purpose. The document has the folio lock before vma_start_write, but a
 * fault may wait for a folio with its VMA read-locked (shmem_fault), and no path write-locks a VMA
 * under a folio lock; either order would be free of deadlock, both together would not.
 */
final class LockOrder {

  private record Edge(LockClass outer, LockClass inner) {}

  private static final List<Edge> EDGES =
      List.of(
          edge("mmap_lock", "folio_lock"),
          edge("mmap_lock", "vma_lock"),
          // up to 6.14: the semaphore in the VMA, taken by a writer for an instant
          edge("mmap_lock", "vm_lock"),
          edge("vm_lock", "i_mmap_rwsem"),
          edge("folio_lock", "i_mmap_rwsem"),
          edge("vma_lock", "i_mmap_rwsem"),
          edge("i_mmap_rwsem", "anon_vma.rwsem"),
          edge("anon_vma.rwsem", "page_table_lock"),
          edge("anon_vma.rwsem", "pml"),
          edge("pml", "ptl"));

  private static final Map<LockClass, Set<LockClass>> OUTER =
      EDGES.stream()
          .map(Edge::inner)
          .distinct()
          .collect(Collectors.toUnmodifiableMap(inner -> inner, LockOrder::closure));

  private LockOrder() {}

  private static Edge edge(String outer, String inner) {
    return new Edge(new LockClass(outer), new LockClass(inner));
  }

  /** Every class that may only be taken before a lock of this one, never with it held. */
  static Set<LockClass> outerOf(LockClass inner) {
    return OUTER.getOrDefault(inner, Set.of());
  }

  private static Set<LockClass> closure(LockClass inner) {
    Set<LockClass> outer = new HashSet<>();
    collect(inner, outer);
    return Set.copyOf(outer);
  }

  private static void collect(LockClass inner, Set<LockClass> found) {
    for (Edge edge : EDGES) {
      if (edge.inner().equals(inner) && found.add(edge.outer())) {
        collect(edge.outer(), found);
      }
    }
  }
}
