package org.vmacheck.checks.engine.lincheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vmacheck.checks.engine.lincheck.KernelTask.Mode;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.LockMap;

/** What each thread says it holds. Never a step. */
final class LincheckLockMap implements LockMap {

  private final LincheckMemory memory;
  private final Cell cell;
  private final Map<KernelTask, List<Mode>> holds = new HashMap<>();

  LincheckLockMap(LincheckMemory memory, Cell cell) {
    this.memory = memory;
    this.cell = cell;
  }

  @Override
  public void acquiredRead() {
    acquired(Mode.READ);
  }

  @Override
  public void acquiredWrite() {
    acquired(Mode.WRITE);
  }

  private void acquired(Mode mode) {
    KernelTask me = memory.me();
    holds.computeIfAbsent(me, task -> new ArrayList<>()).add(mode);
    me.acquired(cell.name, mode);
  }

  @Override
  public void released() {
    KernelTask me = memory.me();
    List<Mode> mine = mine();
    if (mine.isEmpty()) {
      throw new KernelBug(KernelBug.Kind.UNLOCK_NOT_HELD, cell.name, me.name + " does not hold it");
    }
    mine.remove(mine.size() - 1);
    me.released(cell.name);
  }

  @Override
  public boolean heldByMe() {
    return !mine().isEmpty();
  }

  @Override
  public boolean writeHeldByMe() {
    return mine().contains(Mode.WRITE);
  }

  private List<Mode> mine() {
    return holds.getOrDefault(memory.me(), List.of());
  }
}
