package org.vmacheck.checks.conform;

import static org.vmacheck.checks.syscall.MapFlag.MAP_FIXED;
import static org.vmacheck.checks.syscall.MapFlag.MAP_FIXED_NOREPLACE;
import static org.vmacheck.checks.syscall.MapFlag.MAP_SHARED;
import static org.vmacheck.checks.syscall.Prot.PROT_EXEC;
import static org.vmacheck.checks.syscall.Prot.PROT_READ;
import static org.vmacheck.checks.syscall.Prot.PROT_WRITE;
import static org.vmacheck.checks.syscall.RemapFlag.MREMAP_DONTUNMAP;
import static org.vmacheck.checks.syscall.RemapFlag.MREMAP_FIXED;
import static org.vmacheck.checks.syscall.RemapFlag.MREMAP_MAYMOVE;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.vmacheck.checks.syscall.Advice;
import org.vmacheck.checks.syscall.MapFlag;
import org.vmacheck.checks.syscall.Policy;
import org.vmacheck.checks.syscall.Prot;
import org.vmacheck.checks.syscall.RemapFlag;
import org.vmacheck.checks.syscall.SystemCall;
import org.vmacheck.checks.syscall.SystemCall.Page;
import org.vmacheck.checks.syscall.SystemCall.Range;

/**
 * Makes the sequences. Each leans towards one kind of work, and takes a quarter of its calls back.
 */
final class Generator {

  private static final Set<Prot> READ_WRITE = Set.of(PROT_READ, PROT_WRITE);

  /** Read-write more often than not: only such pages can be written and merge again. */
  private static final List<Set<Prot>> PROTECTIONS =
      List.of(
          READ_WRITE,
          READ_WRITE,
          READ_WRITE,
          READ_WRITE,
          READ_WRITE,
          READ_WRITE,
          Set.of(PROT_READ),
          Set.of(PROT_READ),
          Set.of(),
          Set.of(PROT_READ, PROT_EXEC));

  private static final Set<RemapFlag> MOVE = Set.of(MREMAP_MAYMOVE, MREMAP_FIXED);
  private static final Set<RemapFlag> MOVE_AND_STAY =
      Set.of(MREMAP_MAYMOVE, MREMAP_FIXED, MREMAP_DONTUNMAP);
  private static final List<String> NAMES = List.of("x", "x", "y", "");
  private static final int POLICIES = Policy.values().length;
  private static final Page NOWHERE = new Page(0);

  /** What a sequence leans towards. */
  private enum Mood {
    ANONYMOUS,
    GUARDS,
    FILES,
    MOVES,
    FORKS,
    MIXED
  }

  /** How sequences register with userfaultfd. */
  private enum Uffd {
    NOT,
    MISSING,
    WRITE_PROTECT
  }

  /** What a new mapping maps. */
  private enum Backing {
    ANONYMOUS("", false),
    SHARED_ANONYMOUS("", true),
    PRIVATE_FILE(Window.FILE, false),
    SHARED_FILE(Window.FILE, true);

    private final String file;
    private final boolean shared;

    Backing(String file, boolean shared) {
      this.file = file;
      this.shared = shared;
    }
  }

  private final SplittableRandom random;
  private final Set<Ability> abilities;
  private final Mood mood;
  private final Places places;

  /**
   * What userfaultfd is asked to tell of. One mode a sequence: who registers for the other one
   * leaves marks behind until 7.2, and is refused by 7.3.
   */
  private final Uffd uffd;

  /** Whether pages are moved. */
  private final boolean moves;

  /** Whether huge pages are made: of anonymous memory, in a window that is as large as one. */
  private final boolean collapses;

  /**
   * Whether nothing makes entries read-only, neither a child nor a protection: where huge pages are
   * made by a kernel so old that it has no guard regions (6.12). It refuses a range of which
   * nothing may be written, but not one that is a huge page already, and it makes entries writable
   * again together with their VMA; the model shows a huge page as the table that its split makes,
   * and leaves such entries to the next write.
   */
  private final boolean staysWritable;

  /**
   * Whether there are children. Not where pages are moved: what a child shares is EBUSY, which it
   * is not in the model.
   */
  private final boolean forks;

  private final List<SystemCall> undoing = new ArrayList<>();

  private Generator(long seed, Set<Ability> abilities) {
    this.random = new SplittableRandom(seed);
    this.abilities = abilities;
    this.mood = Mood.values()[random.nextInt(Mood.values().length)];
    this.places = new Places(random);
    this.uffd =
        abilities.contains(Ability.UFFD) && random.nextInt(3) == 0
            ? random.nextBoolean() ? Uffd.MISSING : Uffd.WRITE_PROTECT
            : Uffd.NOT;
    this.collapses = uffd == Uffd.NOT && abilities.contains(Ability.HUGE) && random.nextInt(8) == 0;
    this.moves = uffd != Uffd.NOT && abilities.contains(Ability.UFFD_MOVE) && random.nextBoolean();
    this.staysWritable = collapses && !abilities.contains(Ability.GUARDS);
    this.forks = !moves && !staysWritable;
  }

  /**
   * The sequence of a seed.
   *
   * @param length calls
   * @param abilities what it may make use of
   */
  static List<SystemCall> sequence(long seed, int length, Set<Ability> abilities) {
    Generator generator = new Generator(seed, abilities);
    List<SystemCall> calls = new ArrayList<>(length);
    while (calls.size() < length) {
      calls.add(calls.size() < 2 ? generator.mapping() : generator.call());
    }
    if (length > 2 && generator.random.nextInt(2) == 0) {
      calls.set(length - 1, new SystemCall.TouchAll());
    }
    return calls;
  }

  private SystemCall call() {
    if (!undoing.isEmpty() && random.nextInt(4) == 0) {
      return undoing.remove(undoing.size() - 1 - random.nextInt(Math.min(undoing.size(), 3)));
    }
    SystemCall call = drawn();
    SystemCall undo = undo(call);
    if (undo != null) {
      undoing.add(undo);
    }
    return call;
  }

  /** What takes a call back, as far as there is such a thing: VMAs that were split merge again. */
  private static SystemCall undo(SystemCall call) {
    if (call instanceof SystemCall.SetAnonVmaName named && !named.name().isEmpty()) {
      return new SystemCall.SetAnonVmaName(named.range(), "");
    } else if (call instanceof SystemCall.Mbind bound && bound.policy() != Policy.MPOL_DEFAULT) {
      return new SystemCall.Mbind(bound.range(), Policy.MPOL_DEFAULT);
    } else if (call instanceof SystemCall.Mprotect protect && !protect.prot().equals(READ_WRITE)) {
      return new SystemCall.Mprotect(protect.range(), READ_WRITE);
    } else if (call instanceof SystemCall.Mlock lock) {
      return new SystemCall.Munlock(lock.range());
    } else if (call instanceof SystemCall.Munmap unmap && unmap.range().pages() > 0) {
      return new SystemCall.Mmap(unmap.range(), READ_WRITE, Set.of(MAP_FIXED_NOREPLACE), "", 0);
    } else if (call instanceof SystemCall.Mremap remap && remap.flags().equals(MOVE)) {
      return new SystemCall.Mremap(
          new Range(remap.to().number(), remap.newPages()),
          remap.range().pages(),
          MOVE,
          new Page(remap.range().start()));
    } else if (call instanceof SystemCall.Madvise advise) {
      Advice back =
          switch (advise.advice()) {
            case MADV_DONTFORK -> Advice.MADV_DOFORK;
            case MADV_DONTDUMP -> Advice.MADV_DODUMP;
            case MADV_WIPEONFORK -> Advice.MADV_KEEPONFORK;
            case MADV_RANDOM, MADV_SEQUENTIAL -> Advice.MADV_NORMAL;
            default -> null;
          };
      return back == null ? null : new SystemCall.Madvise(advise.range(), back);
    }
    return null;
  }

  private SystemCall drawn() {
    if (uffd != Uffd.NOT && random.nextInt(4) == 0) {
      return uffd();
    }
    if (collapses && random.nextInt(8) == 0) {
      return collapse();
    }
    int draw = random.nextInt(1000);
    if (draw < 130) {
      return mmap();
    }
    if (draw < 200) {
      return abilities.contains(Ability.HEAP) && random.nextInt(4) == 0 ? brk() : munmap();
    }
    if (draw < 380) {
      return staysWritable ? write() : new SystemCall.Mprotect(places.range(), prot());
    }
    if (draw < 580) {
      return ofTheKernelsChoice(new SystemCall.Madvise(places.range(), advice()));
    }
    if (draw < 640) {
      return random.nextInt(5) < 2
          ? new SystemCall.Mlock(places.range())
          : new SystemCall.Munlock(places.range());
    }
    if (draw < (mood == Mood.MOVES ? 760 : 690)) {
      return mremap();
    }
    if (draw < (mood == Mood.FORKS ? 800 : 770)) {
      return fork();
    }
    return random.nextInt(3) == 0 ? new SystemCall.Read(places.page()) : write();
  }

  private SystemCall uffd() {
    Range range = places.range();
    return switch (random.nextInt(8)) {
      case 0, 1 ->
          uffd == Uffd.MISSING
              ? new SystemCall.UffdRegister(range)
              : new SystemCall.UffdRegisterWp(range);
      case 2 -> new SystemCall.UffdUnregister(range);
      case 3 -> new SystemCall.UffdCopy(places.page(), places.page());
      case 4 ->
          moves
              ? new SystemCall.UffdMove(places.page(), places.page())
              : new SystemCall.UffdCopy(places.page(), places.page());
      case 5 ->
          uffd == Uffd.MISSING
              ? new SystemCall.UffdRegister(range)
              : new SystemCall.UffdWpResolve(range);
      default ->
          uffd == Uffd.MISSING
              ? new SystemCall.UffdCopy(places.page(), places.page())
              : new SystemCall.UffdWp(range);
    };
  }

  /**
   * Of all that there is, more often than not; and now and then there has to be something first.
   */
  private SystemCall collapse() {
    Range all = new Range(0, Window.PAGES);
    return switch (random.nextInt(8)) {
      case 0 -> new SystemCall.Madvise(places.range(), Advice.MADV_COLLAPSE);
      case 1, 2 -> {
        places.map(all);
        yield new SystemCall.Mmap(all, READ_WRITE, Set.of(MAP_FIXED), "", 0);
      }
      case 3 -> new SystemCall.Mprotect(all, READ_WRITE);
      default -> new SystemCall.Madvise(all, Advice.MADV_COLLAPSE);
    };
  }

  /** Now and then a name, a policy or a seal, where the kernel has them. */
  private SystemCall ofTheKernelsChoice(SystemCall.Madvise call) {
    return switch (random.nextInt(6)) {
      case 0 ->
          abilities.contains(Ability.NAMES)
              ? new SystemCall.SetAnonVmaName(call.range(), NAMES.get(random.nextInt(NAMES.size())))
              : call;
      case 1 ->
          abilities.contains(Ability.POLICIES)
              ? new SystemCall.Mbind(call.range(), Policy.values()[random.nextInt(POLICIES)])
              : call;
      // Rarely: what is sealed refuses most of what follows.
      case 2 ->
          abilities.contains(Ability.SEALS) && random.nextInt(8) == 0
              ? new SystemCall.Mseal(call.range())
              : call;
      default -> call;
    };
  }

  private SystemCall write() {
    return new SystemCall.Write(places.page(), 1 + random.nextInt(255));
  }

  private SystemCall fork() {
    int odds = mood == Mood.FORKS ? 2 : 12;
    if (!forks || random.nextInt(odds) > 0) {
      return write();
    }
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> new SystemCall.Fork();
      case 3 -> new SystemCall.TouchAll();
      default -> new SystemCall.BecomeChild();
    };
  }

  /** What a sequence begins with: the heap can only grow as long as nobody else is where it is. */
  private SystemCall mapping() {
    return abilities.contains(Ability.HEAP) && random.nextInt(4) == 0 ? brk() : mmap();
  }

  private SystemCall brk() {
    int end = random.nextInt(3) == 0 ? places.border() : random.nextInt(Window.PAGES / 2);
    places.map(new Range(0, end));
    return new SystemCall.Brk(new Page(end));
  }

  private SystemCall mmap() {
    Range range = places.fresh();
    Set<MapFlag> flags = EnumSet.noneOf(MapFlag.class);
    switch (random.nextInt(14)) {
      case 0 -> flags.add(MAP_FIXED_NOREPLACE);
      case 1 -> flags.clear();
      default -> flags.add(MAP_FIXED);
    }
    Backing backing = withoutHoles(uffd == Uffd.MISSING ? privateBacking() : backing());
    if (backing.shared) {
      flags.add(MAP_SHARED);
    }
    int skew = random.nextInt(8) == 0 ? random.nextInt(3) : 0;
    int offset = backing.file.isEmpty() ? 0 : range.start() + skew;
    places.map(range);
    Set<Prot> prot = random.nextInt(3) == 0 ? prot() : READ_WRITE;
    return new SystemCall.Mmap(range, prot, flags, backing.file, offset);
  }

  /** What userfaultfd would fill in shared anonymous memory is there already in the model. */
  private Backing withoutHoles(Backing backing) {
    return uffd != Uffd.NOT && backing == Backing.SHARED_ANONYMOUS ? Backing.SHARED_FILE : backing;
  }

  /** Files have no holes here, so a page of a shared mapping is never missing. */
  private Backing privateBacking() {
    return random.nextInt(4) == 0 ? Backing.PRIVATE_FILE : Backing.ANONYMOUS;
  }

  private Backing backing() {
    if (collapses || (uffd == Uffd.WRITE_PROTECT && mayInstallGuards())) {
      return Backing.ANONYMOUS;
    }
    int draw = random.nextInt(100);
    if (mood == Mood.FILES) {
      return draw < 45
          ? Backing.PRIVATE_FILE
          : draw < 80
              ? Backing.SHARED_FILE
              : draw < 90 ? Backing.SHARED_ANONYMOUS : Backing.ANONYMOUS;
    }
    if (mood == Mood.MIXED) {
      return draw < 20
          ? Backing.PRIVATE_FILE
          : draw < 40
              ? Backing.SHARED_FILE
              : draw < 50 ? Backing.SHARED_ANONYMOUS : Backing.ANONYMOUS;
    }
    return draw < 96 ? Backing.ANONYMOUS : Backing.PRIVATE_FILE;
  }

  private SystemCall munmap() {
    Range range = places.anywhere(3);
    places.unmap(range);
    return new SystemCall.Munmap(range);
  }

  /**
   * The install of a guard over the marker of a write-protected page of a file never returns
   * (docs/findings.md).
   */
  private boolean mayInstallGuards() {
    boolean files = mood == Mood.FILES || mood == Mood.MIXED;
    return abilities.contains(Ability.GUARDS) && !(uffd == Uffd.WRITE_PROTECT && files);
  }

  private Advice advice() {
    int guardOdds = mood == Mood.GUARDS ? 7 : 4;
    if (mayInstallGuards() && random.nextInt(10) < guardOdds) {
      return random.nextInt(4) == 0 ? Advice.MADV_GUARD_REMOVE : Advice.MADV_GUARD_INSTALL;
    }
    return switch (random.nextInt(16)) {
      case 0, 1, 2, 3 -> Advice.MADV_DONTNEED;
      case 4, 5 -> Advice.MADV_DONTFORK;
      case 6, 7 -> Advice.MADV_DOFORK;
      case 8 -> Advice.MADV_DONTDUMP;
      case 9 -> Advice.MADV_DODUMP;
      case 10 -> Advice.MADV_WIPEONFORK;
      case 11 -> Advice.MADV_KEEPONFORK;
      case 12 -> random.nextBoolean() ? Advice.MADV_COLD : Advice.MADV_FREE;
      case 13 -> random.nextBoolean() ? Advice.MADV_SEQUENTIAL : Advice.MADV_RANDOM;
      case 14 -> Advice.MADV_NORMAL;
      default -> random.nextBoolean() ? Advice.MADV_POPULATE_READ : Advice.MADV_POPULATE_WRITE;
    };
  }

  private SystemCall mremap() {
    Range drawn = places.range();
    Range range = new Range(drawn.start(), Math.max(1, drawn.pages()));
    int to = random.nextInt(3) == 0 ? places.border() : random.nextInt(Window.PAGES);
    int pages = range.pages();
    int larger = Math.min(pages + 1 + random.nextInt(3), Window.PAGES - range.start());
    return switch (random.nextInt(10)) {
      case 0, 1 -> resize(range, larger, Set.of());
      case 2 -> resize(new Range(range.start(), larger), pages, Set.of());
      case 3 -> resize(range, larger, Set.of(MREMAP_MAYMOVE));
      case 4 -> move(range, Math.max(1, Math.min(pages + 1, Window.PAGES - to)), to);
      case 5 -> move(range, Math.max(1, pages - 1), to);
      case 6 -> {
        Range target = target(to, pages);
        places.map(target);
        yield new SystemCall.Mremap(range, pages, MOVE_AND_STAY, new Page(target.start()));
      }
      default -> move(range, pages, to);
    };
  }

  private static SystemCall resize(Range range, int newPages, Set<RemapFlag> flags) {
    return new SystemCall.Mremap(range, newPages, flags, NOWHERE);
  }

  private SystemCall move(Range range, int newPages, int to) {
    Range target = target(to, newPages);
    places.unmap(range);
    places.map(target);
    return new SystemCall.Mremap(range, newPages, MOVE, new Page(target.start()));
  }

  private static Range target(int to, int pages) {
    return new Range(Math.max(0, Math.min(to, Window.PAGES - pages)), pages);
  }

  private Set<Prot> prot() {
    return PROTECTIONS.get(random.nextInt(PROTECTIONS.size()));
  }
}
