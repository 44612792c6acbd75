package org.vmacheck.checks.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/**
 * C72, C74 and C75: what a child has of a VMA of two pages, for any choice of what was done to it
 * before the fork. Private memory is copied if it was written or has guards, and neither locks nor
 * registrations are inherited; memory to be wiped is empty, and what is not to be copied is not
 * there.
 */
final class ForkedVmaTest {

  /** In the order in which they are done; what is refused after others is not done. */
  enum Done {
    WRITTEN("write(0, 5)"),
    LOCKED("mlock(0, 2)"),
    GUARDED("madvise(1, 1, MADV_GUARD_INSTALL)"),
    REGISTERED("uffd_register(0, 2)"),
    NAMED("set_anon_vma_name(0, 2, x)"),
    RANDOM("madvise(0, 2, MADV_RANDOM)"),
    WIPED("madvise(0, 2, MADV_WIPEONFORK)"),
    LEFT_OUT("madvise(0, 2, MADV_DONTFORK)");

    private final String call;

    Done(String call) {
      this.call = call;
    }
  }

  private static final long SIGSEGV = -1;
  private static final long NOT_INHERITED = VmFlags.LOCKED_MASK | VmFlags.UFFD_FLAGS;

  @Provide
  Arbitrary<Set<Done>> histories() {
    return Arbitraries.of(Done.class).set();
  }

  @Property(tries = 256)
  void aChildHasWhatItShouldHave(@ForAll("histories") Set<Done> history) {
    assertThat(difference(Releases.newest(), history)).isEmpty();
    assertThat(difference(Releases.of("6.18"), history)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"wipe-on-fork, WIPED", "copy-maybe-guard, GUARDED"})
  void aKernelWithoutOneOfTheStepsDiffers(String step, Done done) {
    Release mutant = Releases.newest().patched(Patches.named(step).orElseThrow());
    assertThat(
            difference(mutant, EnumSet.of(Done.WRITTEN, Done.GUARDED, done))
                .or(() -> onFile(mutant)))
        .isPresent();
  }

  /** A guard in a file's memory, which has no anon_vma that asks for a copy. */
  private static Optional<String> onFile(Release release) {
    World world = World.of(release, 2);
    world.file("f", 2);
    world.call("mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_FIXED, f)");
    world.call("madvise(1, 1, MADV_GUARD_INSTALL); fork()");
    long read = world.call("child(read(1))");
    return read < 0 ? Optional.empty() : Optional.of("the child reads " + read);
  }

  private static Optional<String> difference(Release release, Set<Done> history) {
    World world = World.of(release, 2);
    world.call("mmap(0, 2, PROT_READ|PROT_WRITE, MAP_FIXED)");
    Set<Done> done = EnumSet.noneOf(Done.class);
    for (Done each : Done.values()) {
      if (history.contains(each) && world.call(each.call) == 0) {
        done.add(each);
      }
    }
    long flags = world.call("smaps(0)");
    world.call("fork()");
    long child = world.call("child(smaps(0))");
    if (done.contains(Done.LEFT_OUT)) {
      return child == -1 ? Optional.empty() : Optional.of("it has the VMA");
    }
    if (child != (flags & ~NOT_INHERITED)) {
      return Optional.of(VmFlags.toString(child) + " of " + VmFlags.toString(flags));
    }
    boolean wiped = done.contains(Done.WIPED);
    boolean guard = done.contains(Done.GUARDED) && !wiped;
    long content = done.contains(Done.WRITTEN) && !wiped ? 5 : 0;
    return differs(world, 0, content).or(() -> differs(world, 1, guard ? SIGSEGV : 0));
  }

  private static Optional<String> differs(World world, int page, long expected) {
    long read = world.call("child(read(" + page + "))");
    boolean same = expected == SIGSEGV ? read < 0 : read == expected;
    return same ? Optional.empty() : Optional.of("page " + page + " reads " + read);
  }
}
