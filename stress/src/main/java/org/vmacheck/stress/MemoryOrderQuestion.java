package org.vmacheck.stress;

import java.util.Arrays;
import java.util.List;
import org.openjdk.jcstress.annotations.JCStressTest;

/**
 * A file of this package: one question, asked of several forms.
 *
 * @param ids the claims and races that it is about: {@code C66}, {@code B1}
 * @param sentence the question
 * @param page the class that holds a test for each form
 */
public record MemoryOrderQuestion(List<String> ids, String sentence, Class<?> page) {

  private static final List<MemoryOrderQuestion> ALL =
      List.of(
          new MemoryOrderQuestion(
              List.of("K3"),
              "Does a plain |= on vm_flags lose a flag that is set atomically?",
              PlainOrAgainstAtomicSet.class),
          new MemoryOrderQuestion(
              List.of("C66", "C67", "C68"),
              "Does retract_page_tables see VM_MAYBE_GUARD in time?",
              FlagBeforeMarker.class),
          new MemoryOrderQuestion(
              List.of("B3c", "C34"),
              "May a stale reader lock a VMA that was recycled for another mm?",
              AttachPublishesFields.class),
          new MemoryOrderQuestion(
              List.of("B1", "C17", "C18"),
              "Does who sees the new mm_lock_seq see what was written under the old one?",
              MmLockSeqBump.class),
          new MemoryOrderQuestion(
              List.of("C65"),
              "Does a VMA writer see the flag of the reader that it waited for?",
              WriterSeesReadersFlag.class),
          new MemoryOrderQuestion(
              List.of("E1"),
              "Does who sees vma.anon_vma see what it points to?",
              AnonVmaPublication.class),
          new MemoryOrderQuestion(
              List.of("C84"),
              "Is a PTE table initialised when a lockless walker finds it?",
              PteTablePublication.class),
          new MemoryOrderQuestion(
              List.of("C25"),
              "Is what was read under speculation from one point in time?",
              Speculation.class));

  public MemoryOrderQuestion {
    ids = List.copyOf(ids);
  }

  /** Every question, in the order of the documentation. */
  public static List<MemoryOrderQuestion> all() {
    return ALL;
  }

  /** {@code FlagBeforeMarker}. */
  public String name() {
    return page.getSimpleName();
  }

  /** JCStress's names of the tests, sorted: {@code org.vmacheck.stress.Speculation.AllBarriers}. */
  public List<String> tests() {
    return Arrays.stream(page.getDeclaredClasses())
        .filter(form -> form.isAnnotationPresent(JCStressTest.class))
        .map(Class::getCanonicalName)
        .sorted()
        .toList();
  }

  /** The test that must show a lost update before any other is believed. */
  public static String canary() {
    return Canary.class.getCanonicalName();
  }

  /** A test's name as people type it: {@code Speculation.AllBarriers}. */
  public static String shortName(String test) {
    return test.substring(MemoryOrderQuestion.class.getPackageName().length() + 1);
  }
}
