package org.vmacheck.model.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vmacheck.model.Kernel;
import org.vmacheck.model.memory.sequential.SequentialMemory;
import org.vmacheck.model.mm.VmArea;
import org.vmacheck.model.ops.Madvise;
import org.vmacheck.model.ops.Mprotect;
import org.vmacheck.model.ops.VmaMerge;
import org.vmacheck.model.ops.VmaModify;
import org.vmacheck.model.patches.GuardUnderVmaLock;
import org.vmacheck.model.patches.SampleStickyUnderLock;

final class ReleaseTest {

  private static final Release NEWEST = Releases.newest();

  static class OtherMethod extends Mprotect {
    OtherMethod(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected long flagsToStore(VmaModify.Modified modified) {
      return 7 + super.flagsToStore(modified);
    }
  }

  static class SameMethod extends Mprotect {
    SameMethod(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected long flagsToStore(VmaModify.Modified modified) {
      return 1;
    }
  }

  static class Older extends SameMethod {
    Older(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected long flagsToStore(VmaModify.Modified modified) {
      return 10 * super.flagsToStore(modified);
    }
  }

  static class Flags extends Mprotect {
    Flags(Kernel kernel) {
      super(kernel);
    }

    @Override
    protected long newFlags(VmArea vma, long prot) {
      return Stream.of(prot).mapToLong(p -> p + 5).sum();
    }
  }

  @Test
  void everyPatchOfThePackageIsListed() throws Exception {
    Set<String> found = new TreeSet<>();
    URI directory = GuardUnderVmaLock.class.getResource(".").toURI();
    try (Stream<Path> files = Files.list(Path.of(directory))) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.contains("$"))
          .filter(name -> !name.equals("package-info.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .forEach(found::add);
    }
    assertThat(listed()).isEqualTo(found);
  }

  private static Set<String> listed() {
    return Patches.all().stream()
        .flatMap(patch -> patch.code().stream())
        .map(code -> code.getEnclosingClass() == null ? code : code.getEnclosingClass())
        .map(Class::getSimpleName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyPatchSaysWhatItChangesAndHasASlugOfItsOwn() {
    assertThat(Patches.all()).allSatisfy(patch -> assertThat(patch.sentence()).isNotBlank());
    assertThat(Patches.all().stream().map(Patch::slug)).doesNotHaveDuplicates();
  }

  @Test
  void anotherPatchCanLieOverEveryPatch() {
    assertThat(Patches.all().stream().flatMap(patch -> patch.code().stream()))
        .allSatisfy(code -> assertThat(Modifier.isFinal(code.getModifiers())).isFalse())
        .allSatisfy(code -> assertThat(code.getConstructors()).hasSize(1));
  }

  @Test
  void everyReleaseBootsAndSoDoesTheNewestWithoutOrWithEachPatch() {
    assertThat(Releases.all())
        .allSatisfy(release -> assertThat(release.boot(new SequentialMemory())).isNotNull());
    assertThat(Patches.all())
        .allSatisfy(
            patch ->
                assertThat(newestWith(patch).boot(new SequentialMemory()))
                    .as(patch.slug())
                    .isNotNull());
  }

  /** The newest release with a patch, and with those that it is written over. */
  private static Release newestWith(Patch patch) {
    Release release = NEWEST;
    for (Patch other : under(patch)) {
      release = release.patched(other);
    }
    return release.patched(patch);
  }

  /** Those that a patch is written over, each after those that it is written over itself. */
  private static List<Patch> under(Patch patch) {
    return Patches.all().stream()
        .filter(other -> other != patch && isWrittenOver(patch, other))
        .sorted(Comparator.comparingLong(ReleaseTest::depth))
        .toList();
  }

  private static long depth(Patch patch) {
    return Patches.all().stream().filter(other -> isWrittenOver(patch, other)).count();
  }

  private static boolean isWrittenOver(Patch patch, Patch other) {
    return patch.code().stream()
        .anyMatch(code -> other.code().stream().anyMatch(under -> under.isAssignableFrom(code)));
  }

  @Test
  void aReleaseIsTheNewestWithoutTheCommitsThatCameAfterIt() {
    Release old = Releases.of("6.18");
    assertThat(old.content()).contains("guard-under-vma-lock", "sample-sticky-under-lock");
    assertThat(old.content()).doesNotContain("test-maybe-guard");
    assertThat(Releases.of("6.19").content()).doesNotContain("guard-under-vma-lock");
    Kernel kernel = old.boot(new SequentialMemory());
    assertThat(kernel.path(Madvise.class)).isInstanceOf(GuardUnderVmaLock.class);
    assertThat(kernel.path(VmaMerge.class)).isInstanceOf(SampleStickyUnderLock.class);
  }

  @Test
  void theNameSaysWhatWasAskedForAndEqualCodeIsEqual() {
    Release one = NEWEST.patched(named("retest-under-ptl")).patched(named("acquire-after-wait"));
    Release other = NEWEST.patched(named("acquire-after-wait")).patched(named("retest-under-ptl"));
    assertThat(one.name()).isEqualTo(NEWEST + " without retest-under-ptl with acquire-after-wait");
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one).isNotEqualTo(NEWEST);
  }

  @Test
  void patchesOfDifferentMethodsGoOverEachOtherInAnyOrder() throws IOException {
    for (List<Class<?>> order :
        List.<List<Class<?>>>of(
            List.of(OtherMethod.class, Flags.class), List.of(Flags.class, OtherMethod.class))) {
      Release release = NEWEST;
      for (Class<?> code : order) {
        release = release.patched(Patch.of(code));
      }
      Mprotect path = release.boot(new SequentialMemory()).path(Mprotect.class);
      assertThat(call(path, "newFlags", VmArea.class, long.class, null, 1L)).isEqualTo(6L);
      VmaModify.Modified modified = new VmaModify.Modified(null, 100);
      assertThat(call(path, "flagsToStore", modified)).isEqualTo(107L);
    }
  }

  @Test
  void theOlderOfTwoPatchesOfOneMethodIsWrittenOverTheNewer() throws Exception {
    Release both =
        NEWEST
            .patched(Patch.of(SameMethod.class))
            .patched(Patch.of(Flags.class))
            .patched(Patch.of(Older.class));
    Mprotect path = both.boot(new SequentialMemory()).path(Mprotect.class);
    assertThat(call(path, "flagsToStore", new VmaModify.Modified(null, 100))).isEqualTo(10L);
  }

  @Test
  void theOlderOneCallsTheNewerAlsoWhereThatLiesOverAThirdItself() throws Exception {
    Release all =
        NEWEST
            .patched(Patch.of(Flags.class))
            .patched(Patch.of(SameMethod.class))
            .patched(Patch.of(Older.class));
    Mprotect path = all.boot(new SequentialMemory()).path(Mprotect.class);
    assertThat(call(path, "flagsToStore", new VmaModify.Modified(null, 100))).isEqualTo(10L);
    assertThat(call(path, "newFlags", VmArea.class, long.class, null, 1L)).isEqualTo(6L);
  }

  @Test
  void patchesThatCannotBeTogetherAreRefusedInASentence() {
    Release one = NEWEST.patched(Patch.of(SameMethod.class));
    assertThatThrownBy(() -> one.patched(Patch.of(OtherMethod.class)))
        .isInstanceOf(Incompatible.class)
        .hasMessage("other-method and same-method both change flags_to_store()");
  }

  @Test
  void aPatchOfCodeThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> NEWEST.patched(Patch.of(Older.class)))
        .isInstanceOf(Incompatible.class)
        .hasMessage("older changes code that this kernel does not have (SameMethod)");
  }

  @Test
  void whatAReleaseDoesNotHaveCannotBeTakenAway() {
    assertThatThrownBy(() -> Releases.of("6.18").patched(named("guard-under-vma-lock")))
        .isInstanceOf(Incompatible.class)
        .hasMessage("6.18 does not have guard-under-vma-lock to begin with");
  }

  private static Patch named(String slug) {
    return Patches.named(slug).orElseThrow();
  }

  private static Object call(Mprotect path, String method, VmaModify.Modified modified) {
    return call(path, method, new Class<?>[] {VmaModify.Modified.class}, modified);
  }

  private static Object call(
      Mprotect path, String method, Class<?> first, Class<?> second, Object one, Object other) {
    return call(path, method, new Class<?>[] {first, second}, one, other);
  }

  private static Object call(Mprotect path, String method, Class<?>[] types, Object... arguments) {
    Class<?> at = path.getClass();
    while (true) {
      try {
        var found = at.getDeclaredMethod(method, types);
        found.setAccessible(true);
        return found.invoke(path, arguments);
      } catch (NoSuchMethodException above) {
        at = at.getSuperclass();
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
  }
}
