package org.vmacheck.checks.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vmacheck.checks.book.PageReader;
import org.vmacheck.model.release.Releases;

/** What the model says that a stock kernel may show. */
class AllowedTest {

  private static Allowed allowed(String page) {
    return Allowed.of(PageReader.read("page.mm", page), Releases.newest(), Duration.ofSeconds(60));
  }

  @Test
  void aReadFaultMapsWhatIsAroundItInTheWholeWindow() {
    Allowed allowed =
        allowed(
            """
                init { f = file(4); mmap(0, 4, PROT_READ, MAP_SHARED, f); }
                P0 { read(2); }
                """);
    assertThat(allowed.ends()).hasSize(1);
    assertThat(allowed.ends().keySet().iterator().next()).endsWith("|PPPP");
  }

  @Test
  void aPageThatIsTruncatedWhileItIsMappedHasAnEnd() {
    Allowed allowed =
        allowed(
            """
                init { f = file(2); mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f); }
                P0 { truncate(f, 1); }
                P1 { w = write(1, 5); }
                """);
    assertThat(allowed.complete()).as(allowed.detail()).isTrue();
    assertThat(allowed.ends()).hasSize(2);
  }

  @Test
  void aLoadOfWhatOnlyUserfaultfdFillsIsASignal() {
    Allowed allowed =
        allowed(
            """
                init { mmap(0, 1, PROT_READ|PROT_WRITE); uffd_register(0, 1); }
                P0 { madvise(0, 1, MADV_DONTNEED); }
                forall read(0) = SIGBUS
                """);
    assertThat(allowed.ends().values()).containsExactly("");
  }

  @Test
  void aMarkerOfUserfaultfdHasALetterOfItsOwn() {
    Allowed allowed =
        allowed(
            """
            init {
              f = file(2);
              mmap(0, 2, PROT_READ|PROT_WRITE, MAP_SHARED, f);
              uffd_register_wp(0, 2);
            }
            P0 { uffd_wp(0, 1); }
            """);
    assertThat(allowed.ends().keySet()).singleElement().asString().endsWith("|M.");
  }
}
