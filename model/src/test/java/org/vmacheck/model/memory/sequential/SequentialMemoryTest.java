package org.vmacheck.model.memory.sequential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.Memory;
import org.vmacheck.model.memory.MemoryContract;
import org.vmacheck.model.memory.Pointer;
import org.vmacheck.model.memory.SpinLock;
import org.vmacheck.model.memory.Word;

class SequentialMemoryTest extends MemoryContract {

  private final SequentialMemory memory = new SequentialMemory();

  private static final class Table {
    final Word pte;
    final Pointer<String> folio;
    final SpinLock ptl;

    Table(Memory memory) {
      pte = memory.word("pte", 0);
      folio = memory.pointer("folio", null);
      ptl = memory.spinLock("ptl");
    }
  }

  @Override
  protected void run(Consumer<Memory> thread) {
    thread.accept(memory);
  }

  private Table table() {
    return memory.allocate("pte_table", () -> new Table(memory));
  }

  @Test
  void objectsAreNumberedByKind() {
    Table first = table();
    Object other = memory.allocate("vma", Object::new);
    Table second = table();
    assertThat(memory.nameOf(first)).isEqualTo("pte_table#1");
    assertThat(memory.nameOf(other)).isEqualTo("vma#1");
    assertThat(memory.nameOf(second)).isEqualTo("pte_table#2");
    assertThat(second.pte).hasToString("pte_table#2.pte=0x0");
  }

  @Test
  void everyKindOfCellOfAFreedObjectFindsTheUse() {
    Table table = table();
    memory.free(table);
    assertFinding(KernelBug.Kind.USE_AFTER_FREE, table.pte::plain);
    assertFinding(KernelBug.Kind.USE_AFTER_FREE, () -> table.pte.writeOnce(1));
    assertFinding(KernelBug.Kind.USE_AFTER_FREE, () -> table.pte.setBit(1));
    assertFinding(KernelBug.Kind.USE_AFTER_FREE, table.folio::rcuDereference);
    assertFinding(KernelBug.Kind.USE_AFTER_FREE, () -> table.folio.xchg("folio"));
    assertFinding(KernelBug.Kind.USE_AFTER_FREE, table.ptl::lock);
  }

  @Test
  void aUseAfterFreeNamesTheObjectAndTheCell() {
    table();
    Table second = table();
    memory.free(second);
    KernelBug bug = bugOf(second.pte::plain);
    assertThat(bug.name()).isEqualTo("pte_table#2");
    assertThat(bug).hasMessageContaining("pte_table#2.pte");
  }

  @Test
  void freeingOneObjectLeavesTheOthersAndTheCellsOutsideAlone() {
    Word outside = memory.word("mm_lock_seq", 0);
    Table first = table();
    Table second = table();
    memory.free(first);
    assertThat(second.pte.plain()).isZero();
    assertThat(outside.plain()).isZero();
  }

  @Test
  void cellsMadeInANestedAllocationBelongToTheInnerObject() {
    Table[] inner = new Table[1];
    Word[] outerCell = new Word[1];
    Object outer =
        memory.allocate(
            "pmd",
            () -> {
              inner[0] = table();
              outerCell[0] = memory.word("entry", 3);
              return new Object();
            });
    memory.free(inner[0]);
    assertThat(outerCell[0].plain()).isEqualTo(3);
    memory.free(outer);
    assertFinding(KernelBug.Kind.USE_AFTER_FREE, outerCell[0]::plain);
  }

  @Test
  void aSecondFreeIsAFinding() {
    Table table = table();
    memory.free(table);
    assertFinding(KernelBug.Kind.DOUBLE_FREE, () -> memory.free(table));
  }

  @Test
  void freeingWhatWasNeverAllocatedIsAFinding() {
    assertFinding(KernelBug.Kind.ASSERTION, () -> memory.free(new Object()));
  }

  @Test
  void aWaitThatNobodyCanEndIsADeadlock() {
    Word word = memory.word("vm_refcnt", 2);
    assertFinding(KernelBug.Kind.DEADLOCK, () -> memory.await(() -> word.readOnce() == 1));
  }

  @Test
  void anRcuCallbackRunsAtOnceOutsideOfReadSections() {
    List<String> ran = new ArrayList<>();
    memory.rcu().call(() -> ran.add("callback"));
    assertThat(ran).containsExactly("callback");
  }

  @Test
  void anRcuCallbackWaitsForTheOutermostSection() {
    List<String> ran = new ArrayList<>();
    memory.rcu().readLock();
    memory.rcu().readLock();
    memory.rcu().call(() -> ran.add("first"));
    memory.rcu().call(() -> ran.add("second"));
    memory.rcu().readUnlock();
    assertThat(ran).isEmpty();
    memory.rcu().readUnlock();
    assertThat(ran).containsExactly("first", "second");
  }
}
