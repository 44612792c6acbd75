package org.vmacheck.checks.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vmacheck.checks.engine.MemoryModelName;
import org.vmacheck.checks.engine.Settings;
import org.vmacheck.checks.engine.Verdict;
import org.vmacheck.checks.engine.explore.ExploreEngine;
import org.vmacheck.checks.input.InputException;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.model.release.Release;
import org.vmacheck.model.release.Releases;

final class PageReaderTest {

  private static final String PAGE =
      """
      claim C1 "A guard stays."
        source a mail; reported never
      race A1 "A guard is lost."
        fixed 6.19 (49e14dabed7a)

      init {
        f = file(2);
        mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
        write(1);                      # |ww|
      }
      P0 { madvise(0, 1, MADV_GUARD_INSTALL); }
      P1 { collapse(f); r = read(1); }
      forall guard(0) /\\ (1:r = 1 \\/ ~1:r = 0)
      intended race vm_flags

      expect 6.18..7.3 sc, tso                holds
      expect 6.18..7.3 lkmm                   question holds
      expect 7.3 without retest-under-ptl     violated guard_lost     as A1
      """;

  private static Page page() {
    return PageReader.read("page.mm", PAGE);
  }

  private static PageFailure failure(String text) {
    return catchThrowableOfType(PageFailure.class, () -> PageReader.read("page.mm", text));
  }

  @Test
  void aPageHasAllThatItsTextSays() {
    Page page = page();
    assertThat(page.headings())
        .containsExactly(
            new Heading(Heading.Kind.CLAIM, "C1", "A guard stays.", "a mail", "never", "", ""),
            new Heading(
                Heading.Kind.RACE, "A1", "A guard is lost.", "", "", "6.19 (49e14dabed7a)", ""));
    assertThat(page.initial().files()).containsEntry("f", 2);
    assertThat(page.initial().calls()).hasSize(2);
    assertThat(page.threads()).hasSize(2);
    assertThat(page.threads().get(1).statements().get(1).call())
        .isEqualTo(new SystemCall.Read(new SystemCall.Page(1)));
    assertThat(page.condition().proposition()).hasToString("(guard(0) /\\ (1:r = 1 \\/ ~1:r = 0))");
    assertThat(page.races()).containsExactly("vm_flags");
    assertThat(page.pages()).isEqualTo(2);
  }

  @Test
  void aRangeOfReleasesHasEachOfThem() {
    assertThat(page().expects().get(0).kernels().stream().map(Release::name))
        .containsExactly("6.18", "6.19", "7.0", "7.1", "7.2", "7.3");
  }

  @Test
  void expectationsAreFoundByKernelAndModel() {
    Release newest = Releases.newest();
    assertThat(page().expected(newest, MemoryModelName.SC).orElseThrow().expectation())
        .isEqualTo(Expectation.holds());
    assertThat(page().expected(newest, MemoryModelName.LKMM).orElseThrow().expectation().text())
        .isEqualTo("question holds");
    assertThat(page().expects().get(2).expectation().text()).isEqualTo("violated guard_lost");
    assertThat(page().expects().get(2).as()).isEqualTo("A1");
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          GUARD_INSTALL       ! GUARD_INSTAL       ! 11:20 ! no MADV_* constant 'MADV_GUARD_INSTAL'; did you mean MADV_GUARD_INSTALL
          madvise             ! madvice            ! 11:6  ! no system call 'madvice'; did you mean madvise?
          PROT_WRITE          ! PROT_WRIT          ! 8:14  ! no PROT_* constant 'PROT_WRIT'; did you mean PROT_WRITE
          guard(0)            ! guard(9)           ! 13:14 ! page 9 is outside of the address space, which has the pages 0 to 1
          guard(0)            ! gard(0)            ! 13:8  ! no predicate 'gard'; did you mean guard?
          guard(0)            ! guard(f)           ! 13:14 ! expected a page, found 'f'
          guard(0)            ! guard(0, 1)        ! 13:8  ! expected guard(page)
          guard(0)            ! pte(0) = gard      ! 13:17 ! no kind of entry 'gard'; did you mean guard?
          guard(0)            ! flags(0) = "zz"    ! 13:19 ! expected flags as smaps prints them
          guard(0)            ! flag(0, zz)        ! 13:16 ! no flag 'zz'
          guard(0)            ! flags(0)           ! 13:8  ! flags(page) is a value; expected flags(page) = ...
          guard(0)            ! child(guard(0))    ! 13:8  ! there is no child: nobody calls fork()
          guard(0)            ! vma(0) = [1, 1)    ! 13:17 ! no VMA can cover [1, 1) of 2 pages
          1:r = 1             ! 1:q = 1            ! 13:21 ! thread P1 has no result 'q'; did you mean r?
          1:r = 1             ! 2:r = 1            ! 13:21 ! there is no thread P2; there are 2
          1:r = 1             ! 1:r = SIGSEG       ! 13:27 ! no value 'SIGSEG'; did you mean SIGSEGV?
          collapse(f)         ! collapse(g)        ! 12:6  ! no file 'g'; there are f
          collapse(f)         ! collapse(f, 1)     ! 12:6  ! a collapse takes 2 pages from a multiple of that
          collapse(f)         ! child(read(0))     ! 12:6  ! there is no child yet: expected fork() before it
          collapse(f)         ! become_child()     ! 12:6  ! become_child() is for init alone
          read(1)             ! read()             ! 12:23 ! too few arguments, expected read(page)
          read(1)             ! read(1, 2)         ! 12:31 ! too many arguments, expected read(page)
          read(1)             ! read(x)            ! 12:28 ! expected a page, found 'x'
          r = read            ! q = read           ! 13:21 ! thread P1 has no result 'r'; did you mean q?
          P1 {                ! P2 {               ! 12:1  ! expected thread P1, found 'P2'
          write(1);           ! child(read(0));    ! 9:3   ! there is no child yet: expected fork() before it
          write(1);           ! fork();become_child(); ! 9:10 ! become_child() loses the child: expected it before fork()
          write(1);           ! write(5);          ! 9:3   ! write(5) fails with SIGSEGV
          # |ww|              ! # |wr|             ! 9:34  ! the picture says |wr|, the address space is |ww|
          f = file(2)         ! f = fil(2)         ! 7:7   ! no object 'fil', expected file(pages)
          expect 6.18..7.3 sc ! expect 6.1 sc      ! 16:8  ! no release '6.1'; did you mean 6.4, 6.6, 6.12?
          expect 6.18..7.3 sc ! expect 7.3..6.18 sc ! 16:8 ! 7.3..6.18 is no range: it ends before it begins
          lkmm                ! lkm                ! 17:18 ! expected a memory model (sc, tso, lkmm) or a verdict (holds, violated, question), found 'lkm'
          lkmm                ! sc                 ! 17:1  ! line 16 says already what is expected of 6.18
          retest-under-ptl    ! retest-under-plt   ! 18:20 ! no patch 'retest-under-plt'; did you mean retest-under-ptl?
          without             ! with               ! 18:17 ! retest-under-ptl is in the kernel to begin with; expected: without retest-under-ptl
          7.3 without         ! 6.18 without guard-under-vma-lock, ! 18:21 ! 6.18 does not have guard-under-vma-lock to begin with
          violated guard_lost ! violated use_after_free ! 18:50 ! use_after_free of what?
          as A1               ! as A2              ! 18:68 ! the page tells no race 'A2'; did you mean A1?
          race vm_flags       ! race vm_flagz      ! 14:15 ! no field 'vm_flagz'; did you mean vm_flags?
          claim C1            ! claim              ! 1:7   ! found '"A guard stays."', expected
          forall              ! foral              ! 13:1  ! found 'foral', expected
          """)
  void aWrongPageSaysWhereAndWhatWasExpected(
      String right, String wrong, String place, String message) {
    assertThat(PAGE).contains(right);
    PageFailure failure = failure(PAGE.replaceFirst(Pattern.quote(right), wrongText(wrong)));
    assertThat(failure).isNotNull();
    assertThat(failure.in("page.mm")).startsWith("page.mm:" + place.strip() + ": ");
    assertThat(failure.getMessage()).startsWith(message);
  }

  private static String wrongText(String wrong) {
    return Matcher.quoteReplacement(wrong);
  }

  @Test
  void aPageWithAnIdNeedsAnExpectation() {
    assertThat(failure(PAGE.substring(0, PAGE.indexOf("expect"))).getMessage())
        .isEqualTo("a page with an id needs a line 'expect'");
  }

  @Test
  void aPageWithoutThreadsIsRefused() {
    assertThat(failure("init { mmap(0, 2, PROT_READ); }").getMessage())
        .startsWith("there is no thread");
  }

  @Test
  void callsAreReadWithoutAPage() {
    assertThat(PageReader.calls("munmap(0, 2); fork()"))
        .containsExactly(new SystemCall.Munmap(new SystemCall.Range(0, 2)), new SystemCall.Fork());
  }

  /**
   * Tokens deleted, doubled, swapped, pages cut off, rubbish: an error or a page, never a fault.
   */
  @Test
  void fiveHundredMutatedPagesAreRefusedInOneLineOrJudged() {
    SplittableRandom random = new SplittableRandom(42);
    List<String> tokens = new ArrayList<>();
    Matcher matcher = Pattern.compile("\\s+|\\w+|\"[^\"]*\"|.", Pattern.DOTALL).matcher(PAGE);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    int refused = 0;
    int judged = 0;
    for (int i = 0; i < 500; i++) {
      String mutated = mutated(tokens, random);
      try {
        Page page = PageReader.read("page.mm", mutated);
        judge(page);
        judged++;
      } catch (PageFailure failure) {
        assertThat(failure.in("page.mm")).matches("page\\.mm:\\d+:\\d+: [^\\n]+");
        refused++;
      } catch (InputException failure) {
        assertThat(failure.getMessage()).matches("page\\.mm:\\d+:\\d+: [^\\n]+");
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(200);
    assertThat(judged).isGreaterThan(5);
  }

  private static void judge(Page page) {
    Verdict verdict =
        new ExploreEngine()
            .judge(
                PageProgram.on(Releases.newest(), page),
                Settings.defaults()
                    .withModel(MemoryModelName.SC)
                    .withBudget(Duration.ofMillis(500)));
    assertThat(PageProgram.verdict(page, verdict).answer()).isNotNull();
  }

  private static String mutated(List<String> tokens, SplittableRandom random) {
    List<String> changed = new ArrayList<>(tokens);
    int at = random.nextInt(changed.size());
    int other = random.nextInt(changed.size());
    switch (random.nextInt(6)) {
      case 0 -> changed.remove(at);
      case 1 -> changed.add(at, changed.get(at));
      case 2 -> changed.set(at, changed.get(other));
      case 3 -> {
        String swapped = changed.set(at, changed.get(other));
        changed.set(other, swapped);
      }
      case 4 -> changed.subList(at, changed.size()).clear();
      default -> changed.add(at, String.valueOf((char) random.nextInt(1, 0x3000)));
    }
    return String.join("", changed);
  }
}
