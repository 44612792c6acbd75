package org.vmacheck.checks.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmacheck.model.Invariants;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.sequential.SequentialMemory;
import org.vmacheck.model.mm.AddressSpace;
import org.vmacheck.model.mm.MmStruct;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.mm.VmAreaDesc;
import org.vmacheck.model.mm.VmAreaDesc.MmapPrepare;
import org.vmacheck.model.mm.VmFlags;
import org.vmacheck.model.mm.VmOperations;
import org.vmacheck.model.ops.CompatMmap;
import org.vmacheck.model.ops.Errno;
import org.vmacheck.model.ops.Mman;
import org.vmacheck.model.ops.Mmap;
import org.vmacheck.model.ops.VmaAlloc;
import org.vmacheck.model.pgtable.Geometry;
import org.vmacheck.model.release.Patches;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

/** C53 and C54: what a driver makes of a mapping, directly and through the compatibility layer. */
final class MmapPrepareTest {

  private static final long PROT = Mman.PROT_READ | Mman.PROT_WRITE;

  /** A file whose first two pages are mapped at 0. */
  private static final class Scene {
    final Kernel kernel;
    final MmStruct mm;
    final AddressSpace file;

    Scene(Release release) {
      kernel = release.boot(new SequentialMemory());
      mm = kernel.newMm(Geometry.ofPages(4));
      file = kernel.newFile("f", 8);
      map(0, 2, 0, asked -> asked);
    }

    long map(long start, long pages, long pgoff, MmapPrepare driver) {
      Mmap.Request request = Mmap.Request.shared(file, pgoff, PROT).fixed().preparedBy(driver);
      return kernel.path(Mmap.class).mmap(mm, start, pages, request);
    }

    VmArea at(long page) {
      return mm.mmMt.plain().walk(page);
    }
  }

  private static VmAreaDesc withFlags(VmAreaDesc desc, long flags) {
    return new VmAreaDesc(
        desc.start(),
        desc.end(),
        desc.pgoff(),
        desc.vmFile(),
        flags,
        desc.pageProt(),
        desc.vmOps());
  }

  /** Each changes one of the fields that a driver may change, the last one all of them. */
  private static Stream<Arguments> drivers() {
    VmOperations ops = new VmOperations(true, false);
    return Stream.of(
        driver("pgoff", d -> desc(d, d.pgoff() + 3, d.vmFlags(), 1, d.vmOps())),
        driver("flags set", d -> withFlags(d, d.vmFlags() | VmFlags.DONTEXPAND)),
        driver("flags cleared", d -> withFlags(d, d.vmFlags() & ~VmFlags.MAYWRITE)),
        driver("page_prot", d -> desc(d, d.pgoff(), d.vmFlags(), 1, d.vmOps())),
        driver("vm_ops", d -> desc(d, d.pgoff(), d.vmFlags(), d.pageProt(), ops)),
        driver("all", d -> desc(d, 1, d.vmFlags() | VmFlags.IO, 0, ops)));
  }

  private static Arguments driver(String name, MmapPrepare driver) {
    return Arguments.of(name, driver);
  }

  private static VmAreaDesc desc(
      VmAreaDesc asked, long pgoff, long flags, long prot, VmOperations ops) {
    return new VmAreaDesc(asked.start(), asked.end(), pgoff, asked.vmFile(), flags, prot, ops);
  }

  private static Release without(String patch) {
    return Releases.newest().patched(Patches.named(patch).orElseThrow());
  }

  /** The range of a driver that asks for a flag, beside a VMA of the same file without it. */
  private static List<Long> besideAPlainVma(Release release) {
    Scene at = new Scene(release);
    at.map(2, 2, 2, asked -> withFlags(asked, asked.vmFlags() | VmFlags.DONTCOPY));
    VmArea vma = at.at(2);
    return List.of(vma.vmStart.plain(), vma.vmEnd.plain(), vma.vmFlags.plain() & VmFlags.DONTCOPY);
  }

  @Test
  void aFlagThatTheDriverAsksForKeepsTheMappingFromANeighbourWithoutIt() {
    for (Release release : Releases.all()) {
      assertThat(besideAPlainVma(release)).containsExactly(2L, 4L, VmFlags.DONTCOPY);
    }
    assertThat(besideAPlainVma(without("prepare-before-merge"))).containsExactly(0L, 4L, 0L);
  }

  @Test
  void anOffsetThatTheDriverChangesDecidesWhetherTheNeighbourGrows() {
    Scene at = new Scene(Releases.newest());
    at.map(2, 2, 7, d -> desc(d, 2, d.vmFlags(), d.pageProt(), d.vmOps()));
    assertThat(at.at(3)).isSameAs(at.at(0));
  }

  @Test
  void aDriverThatRefusesLeavesFreePagesFreeAndOldOnesAGap() {
    for (Release release : Releases.all()) {
      Scene at = new Scene(release);
      assertThat(at.map(2, 2, 2, asked -> null)).isEqualTo(-Errno.ENOMEM);
      assertThat(at.at(2)).isNull();
      assertThat(at.at(1)).isNotNull();
      assertThat(at.map(1, 2, 1, asked -> null)).isEqualTo(-Errno.ENOMEM);
      assertThat(at.at(1)).isNull();
      assertThat(at.at(0).vmEnd.plain()).isEqualTo(1);
      new Invariants(at.kernel).check(at.mm);
    }
  }

  /** What a driver has a say in; page_prot is computed again when an mmap() ends. */
  private static List<Object> fields(VmArea vma) {
    return List.of(
        vma.vmPgoff.plain(),
        vma.vmFile.plain(),
        vma.vmFlags.plain() & ~VmFlags.SOFTDIRTY,
        vma.vmOps.plain());
  }

  private static List<Object> direct(Release release, MmapPrepare driver) {
    Scene at = new Scene(release);
    at.map(3, 1, 5, driver);
    return fields(at.at(3));
  }

  /** A VMA as mmap() makes it, which nobody can reach yet. */
  private static List<Object> compat(Release release, MmapPrepare driver) {
    Scene at = new Scene(release);
    VmArea vma = at.kernel.path(VmaAlloc.class).vmAreaAlloc(at.mm);
    vma.vmStart.plain(3);
    vma.vmEnd.plain(4);
    vma.vmPgoff.plain(5);
    vma.vmFlags.plain(at.at(0).vmFlags.plain() & ~VmFlags.SOFTDIRTY);
    vma.vmPageProt.plain(at.at(0).vmFlags.plain() & VmFlags.ACCESS);
    vma.vmFile.plain(at.file);
    vma.vmOps.plain(VmOperations.GENERIC_FILE);
    assertThat(at.kernel.path(CompatMmap.class).compatVmaMmap(vma, driver)).isTrue();
    return fields(vma);
  }

  @ParameterizedTest
  @MethodSource("drivers")
  void theCompatibilityLayerMakesTheSameVma(String name, MmapPrepare driver) {
    for (Release release : Releases.all()) {
      List<Object> direct = direct(release, driver);
      assertThat(compat(release, driver).toString()).isEqualTo(direct.toString());
    }
  }

  /** Whatever the driver changes, in any combination. */
  @Property(tries = 200)
  void itDoesSoForAnyDriver(
      @ForAll @LongRange(max = 4) long pgoff,
      @ForAll("flags") long set,
      @ForAll("flags") long cleared,
      @ForAll boolean close,
      @ForAll boolean aroundFault) {
    MmapPrepare driver =
        d ->
            new VmAreaDesc(
                d.start(),
                d.end(),
                pgoff,
                d.vmFile(),
                (d.vmFlags() | set) & ~cleared,
                d.pageProt(),
                new VmOperations(close, aroundFault));
    for (Release release : List.of(Releases.newest(), Releases.of("6.18"))) {
      List<Object> direct = direct(release, driver);
      assertThat(compat(release, driver).toString()).isEqualTo(direct.toString());
    }
  }

  @Provide
  Arbitrary<Long> flags() {
    return Arbitraries.of(
            VmFlags.DONTEXPAND,
            VmFlags.DONTCOPY,
            VmFlags.DONTDUMP,
            VmFlags.IO,
            VmFlags.PFNMAP,
            VmFlags.MAYWRITE,
            VmFlags.RAND_READ)
        .set()
        .map(bits -> bits.stream().mapToLong(bit -> bit).reduce(0, (one, other) -> one | other));
  }

  @Test
  void itDoesNotIfTheFlagsAreNotTakenOver() {
    MmapPrepare driver = d -> withFlags(d, d.vmFlags() | VmFlags.DONTEXPAND);
    Release mutant = without("compat-sets-flags");
    assertThat(compat(mutant, driver).toString()).isNotEqualTo(direct(mutant, driver).toString());
  }
}
