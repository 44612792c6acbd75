package org.vmacheck.checks.hunt.promise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.checks.syscall.SystemCall.Range;

/** What a user knows of an address space who has read the manual. */
record UserSpace(List<UserPage> pages) {

  UserSpace {
    pages = List.copyOf(pages);
  }

  static UserSpace empty(int pages) {
    return new UserSpace(Collections.nCopies(pages, UserPage.HOLE));
  }

  UserPage page(int page) {
    return pages.get(page);
  }

  /** After a call that has succeeded. */
  UserSpace after(SystemCall call) {
    if (call instanceof SystemCall.Mmap mmap) {
      return on(mmap.range(), page -> UserPage.of(mmap));
    } else if (call instanceof SystemCall.Munmap munmap) {
      return on(munmap.range(), page -> UserPage.HOLE);
    } else if (call instanceof SystemCall.Mremap mremap) {
      return moved(mremap);
    } else if (call instanceof SystemCall.Madvise madvise) {
      return on(madvise.range(), page -> page.advised(madvise.advice()));
    } else if (call instanceof SystemCall.Mlock mlock) {
      return on(mlock.range(), page -> page.withLocked(true));
    } else if (call instanceof SystemCall.Munlock munlock) {
      return on(munlock.range(), page -> page.withLocked(false));
    } else if (call instanceof SystemCall.UffdRegister register) {
      return on(register.range(), page -> page.withUffd(true));
    } else if (call instanceof SystemCall.UffdUnregister unregister) {
      return on(unregister.range(), page -> page.withUffd(false));
    } else if (call instanceof SystemCall.Write write) {
      return on(
          new Range(write.page().number(), 1),
          page -> page.withContent(Optional.of((long) write.value())));
    } else if (call instanceof SystemCall.UffdMove || call instanceof SystemCall.UffdCopy) {
      return filled(call);
    } else if (call instanceof SystemCall.Truncate) {
      return each(page -> page.file() ? page.withContent(Optional.empty()) : page);
    } else if (call instanceof SystemCall.BecomeChild) {
      return each(UserPage::inherited);
    }
    return this;
  }

  /** mremap(2): guards, locks and contents go with their pages. */
  private UserSpace moved(SystemCall.Mremap mremap) {
    Range from = mremap.range();
    Range to = mremap.target();
    List<UserPage> all = new ArrayList<>(pages);
    for (int page = from.start(); page < from.end(); page++) {
      all.set(page, UserPage.HOLE);
    }
    UserPage last = pages.get(from.end() - 1);
    for (int i = 0; i < to.pages(); i++) {
      all.set(to.start() + i, i < from.pages() ? pages.get(from.start() + i) : last.fresh());
    }
    return new UserSpace(all);
  }

  private UserSpace filled(SystemCall call) {
    List<UserPage> all = new ArrayList<>(pages);
    for (int page = 0; page < pages.size(); page++) {
      if (Names.fills(call, page)) {
        all.set(page, all.get(page).withContent(Optional.empty()));
      }
    }
    return new UserSpace(all);
  }

  private UserSpace each(UnaryOperator<UserPage> change) {
    return new UserSpace(pages.stream().map(change).toList());
  }

  private UserSpace on(Range range, UnaryOperator<UserPage> change) {
    List<UserPage> all = new ArrayList<>(pages);
    for (int page = range.start(); page < range.end(); page++) {
      all.set(page, change.apply(all.get(page)));
    }
    return new UserSpace(all);
  }
}
