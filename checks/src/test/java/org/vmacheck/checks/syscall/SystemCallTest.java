package org.vmacheck.checks.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.checks.book.PageFailure;
import org.vmacheck.checks.book.PageReader;
import org.vmacheck.checks.syscall.SystemCall.Page;
import org.vmacheck.checks.syscall.SystemCall.Range;
import org.vmacheck.model.memory.KernelBug;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/** What is true of every kind of call, and of some. */
final class SystemCallTest {

  static List<SystemCall> everyCall() {
    return Examples.calls();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyCall")
  void aCallReadsBackFromItsText(SystemCall call) {
    assertThat(PageReader.calls(call.text())).containsExactly(call);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyCall")
  void aCallRunsOnEveryReleaseAndReturnsOrIsAFinding(SystemCall call) {
    for (Release release : Releases.all()) {
      World world = World.of(release, 8);
      world.file("f", 4);
      world.call(
          "mmap(0, 4, PROT_READ|PROT_WRITE, MAP_FIXED); mmap(4, 2, PROT_READ, MAP_FIXED, f);"
              + "write(1); mlock(3, 1); fork()");
      try {
        assertThat(world.call(call)).as(release.name()).isGreaterThan(Integer.MIN_VALUE);
      } catch (KernelBug finding) {
        assertThat(finding.getMessage()).as(release.name()).isNotEmpty();
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyCall")
  void noExampleLeavesTheEightPages(SystemCall call) {
    assertThat(call.end()).isLessThanOrEqualTo(8);
  }

  @Test
  void twoKindsNeverHaveOneName() {
    assertThat(CallShape.all()).extracting(CallShape::name).doesNotHaveDuplicates();
  }

  @Test
  void whatGoesWithoutSayingIsNotSaid() {
    assertThat(PageReader.calls("mmap(0, 1, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0)"))
        .extracting(SystemCall::text)
        .containsExactly("mmap(0, 1, PROT_READ)");
  }

  @Test
  void aMovedMappingOfAFileStaysTheSamePagesOfIt() {
    SystemCall.Mmap file = new SystemCall.Mmap(new Range(2, 3), Set.of(), Set.of(), "f", 1);
    assertThat(file.on(new Range(3, 2)).offset()).isEqualTo(2);
    SystemCall.Mmap anonymous = new SystemCall.Mmap(new Range(2, 3), Set.of(), Set.of(), "", 0);
    assertThat(anonymous.on(new Range(3, 2)).offset()).isZero();
  }

  @Test
  void mremapToAFixedPlaceDoesNotReachWhereItWouldHaveGrown() {
    SystemCall grown = new SystemCall.Mremap(new Range(6, 1), 3, Set.of(), new Page(0));
    SystemCall moved =
        new SystemCall.Mremap(
            new Range(6, 1),
            3,
            Set.of(RemapFlag.MREMAP_MAYMOVE, RemapFlag.MREMAP_FIXED),
            new Page(2));
    assertThat(grown.end()).isEqualTo(9);
    assertThat(moved.end()).isEqualTo(7);
  }

  /** As in the kernel, where shared anonymous memory is a file of its own that begins at 0. */
  @Test
  void anOffsetIntoAnonymousMemoryMeansNothing() {
    World world = World.of(Releases.of("6.18"), 4);
    world.call("mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_FIXED, 0, 3); write(0, 5)");
    assertThat(world.call("read(0)")).isEqualTo(5);
  }

  @Test
  void everyPageThatIsTouchedHasItsOwnValue() {
    World world = World.of(Releases.of("6.18"), 4);
    world.call("mmap(0, 4, PROT_READ|PROT_WRITE, MAP_FIXED); touch_all()");
    assertThat(world.call("read(0)")).isEqualTo(0xa0);
    assertThat(world.call("read(3)")).isEqualTo(0xa3);
  }

  @Test
  void aCallThatIsNoneIsRefusedWithItsPlaceAndWhatIsNear() {
    assertThatThrownBy(() -> PageReader.calls("munmap(0, 1); mprotct(0, 1, PROT_READ)"))
        .isInstanceOfSatisfying(
            PageFailure.class,
            failure ->
                assertThat(failure.in("--steps"))
                    .isEqualTo("--steps:1:15: no system call 'mprotct'; did you mean mprotect?"));
    assertThatThrownBy(() -> PageReader.calls("mlock(1)"))
        .hasMessage("too few arguments, expected mlock(start, pages)");
    assertThatThrownBy(() -> PageReader.calls("madvise(0, 1, MADV_GUARD_INSTAL)"))
        .hasMessageContaining("did you mean MADV_GUARD_INSTALL");
  }
}
