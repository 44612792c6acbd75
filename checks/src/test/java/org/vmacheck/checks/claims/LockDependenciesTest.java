package org.vmacheck.checks.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.checks.book.Book;
import org.vmacheck.checks.book.Page;
import org.vmacheck.checks.book.PageProgram;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.scenario.KernelThread;
import org.vmacheck.checks.scenario.Operation;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.memory.lockdep.Lockdep;
import org.vmacheck.model.memory.lockdep.LockdepMap;
import org.vmacheck.model.memory.sequential.SequentialMemory;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/**
 * C14: what lockdep would learn from the whole book, each page's threads one after the other. A
 * lock that is waited for while another is held comes after it, and nothing comes after itself.
 */
final class LockDependenciesTest {

  private static List<Release> releases() {
    return Releases.all();
  }

  /** Classes of locks, and those that were waited for with one of them held. */
  private static final class Learning extends Lockdep {
    final Map<String, Set<String>> after = new TreeMap<>();

    @Override
    protected void depends(LockdepMap held, LockdepMap wanted) {
      if (!held.lockClass().equals(wanted.lockClass())) {
        after
            .computeIfAbsent(held.lockClass().toString(), any -> new TreeSet<>())
            .add(wanted.lockClass().toString());
      }
    }
  }

  private static Map<String, Set<String>> learntFrom(Release release) {
    Map<String, Set<String>> learnt = new TreeMap<>();
    for (Page page : Book.shipped().pages()) {
      Learning lockdep = new Learning();
      run(release, page, lockdep);
      lockdep.after.forEach((held, wanted) -> merge(learnt, held, wanted));
    }
    return learnt;
  }

  private static void merge(Map<String, Set<String>> all, String held, Set<String> wanted) {
    all.computeIfAbsent(held, any -> new TreeSet<>()).addAll(wanted);
  }

  /** As far as it goes: a mutant ends where it is found out. */
  private static void run(Release release, Page page, Learning lockdep) {
    try {
      SequentialMemory memory = new SequentialMemory(lockdep);
      for (KernelThread thread : PageProgram.on(release, page).prepare(memory).threads()) {
        for (Operation operation : thread.operations()) {
          long unused = operation.body().getAsLong();
        }
      }
    } catch (InputException foreign) {
      // Of a page that makes calls which this release does not have.
      assertThat(foreign).hasMessageContaining(" on " + release);
    } catch (KernelBug found) {
      // the threads run one after another: one that waits for the next ends there
      boolean waits =
          found.kind() == KernelBug.Kind.NON_TERMINATION
              || found.getMessage().startsWith("wait_event");
      if (!waits) {
        assertThat(release.asked()).as(page.address() + ": " + found.getMessage()).isNotEmpty();
      }
    }
  }

  /** The locks from one back to itself, empty if there is no such way. */
  private static List<String> cycle(Map<String, Set<String>> after) {
    for (String first : after.keySet()) {
      List<String> way = way(after, first, first, new TreeSet<>());
      if (!way.isEmpty()) {
        return way;
      }
    }
    return List.of();
  }

  private static List<String> way(
      Map<String, Set<String>> after, String from, String to, Set<String> seen) {
    for (String next : after.getOrDefault(from, Set.of())) {
      if (next.equals(to)) {
        return List.of(from, to);
      }
      if (seen.add(next)) {
        List<String> rest = way(after, next, to, seen);
        if (!rest.isEmpty()) {
          List<String> way = new ArrayList<>(List.of(from));
          way.addAll(rest);
          return way;
        }
      }
    }
    return List.of();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void noLockComesAfterItself(Release release) {
    Map<String, Set<String>> learnt = learntFrom(release);
    assertThat(learnt.get("mmap_lock")).containsAnyOf("vma_lock", "vm_lock");
    assertThat(learnt.get("mmap_lock")).contains("i_mmap_rwsem", "anon_vma.rwsem");
    assertThat(learnt.get("i_mmap_rwsem")).contains("anon_vma.rwsem");
    assertThat(cycle(learnt)).as(learnt.toString()).isEmpty();
  }

  @Test
  void aFaultThatWaitsForMmapLockUnderItsVmaLockMakesACycle() {
    Release mutant =
        Releases.newest().patched(Patches.named("trylock-under-vma-lock").orElseThrow());
    assertThat(cycle(learntFrom(mutant))).contains("mmap_lock", "vma_lock");
  }
}
