package org.vmacheck.checks.engine.explore.graph;

/**
 * x86-TSO: as sequential consistency, but a read may be carried out before an earlier write of its
 * thread, unless a fence or a locked instruction is between them, and a thread sees its own writes
 * before others do.
 */
public final class TotalStoreOrder extends MemoryModel {

  @Override
  boolean readsPassWrites() {
    return true;
  }
}
