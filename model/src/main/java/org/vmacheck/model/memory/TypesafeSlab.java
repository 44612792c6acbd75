package org.vmacheck.model.memory;

import java.util.function.Supplier;

/**
 * A {@code SLAB_TYPESAFE_BY_RCU} cache, as the one of {@code vm_area_struct} since 6.15: what is
 * freed stays an object of its type, so a stale RCU reader may look at it, but it may be allocated
 * again at once. The object freed last is the first one allocated, which is what makes reuse races
 * likely.
 *
 * <p>The free list has a lock of its own. The real allocator is ordered just as well between a free
 * and the allocation that reuses the object.
 */
public final class TypesafeSlab<T> {

  private record Free<T>(T object, Free<T> next) {
    @Override
    public String toString() {
      int count = 0;
      for (Free<T> free = this; free != null; free = free.next) {
        count++;
      }
      return count + " free";
    }
  }

  private final Memory memory;
  private final String what;
  private final Supplier<T> constructor;
  private final SpinLock lock;
  private final Pointer<Free<T>> freeList;

  /**
   * @param what the name of the objects in reports
   * @param constructor makes a new object; a reused one keeps the values of its cells
   */
  public TypesafeSlab(Memory memory, String what, Supplier<T> constructor) {
    this.memory = memory;
    this.what = what;
    this.constructor = constructor;
    this.lock = memory.spinLock(what + "_slab.lock");
    this.freeList = memory.pointer(what + "_slab.freelist", null);
  }

  /** {@code kmem_cache_alloc}. */
  public T allocate() {
    lock.lock();
    Free<T> head = freeList.plain();
    if (head != null) {
      freeList.plain(head.next());
    }
    lock.unlock();
    return head != null ? head.object() : memory.allocate(what, constructor);
  }

  /** {@code kmem_cache_free}. The object must not be reachable for anybody but stale readers. */
  public void free(T object) {
    lock.lock();
    freeList.plain(new Free<>(object, freeList.plain()));
    lock.unlock();
  }
}
