package org.vmacheck.checks.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vmacheck.checks.book.PageReader;
import org.vmacheck.model.release.Releases;

/** What the model says that a stock kernel may show. */
class AllowedTest {

  @Test
  void aReadFaultMapsWhatIsAroundItInTheWholeWindow() {
    Allowed allowed =
        Allowed.of(
            PageReader.read(
                "page.mm",
                """
                init { f = file(4); mmap(0, 4, PROT_READ, MAP_SHARED, f); }
                P0 { read(2); }
                """),
            Releases.newest(),
            Duration.ofSeconds(60));
    assertThat(allowed.ends()).hasSize(1);
    assertThat(allowed.ends().keySet().iterator().next()).endsWith("|PPPP");
  }
}
