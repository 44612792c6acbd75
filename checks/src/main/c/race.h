/*
 * Rounds of one race: the window is set up, the threads make their calls after random delays, and
 * what they leave is looked at. What is said of it goes out as TAP.
 *
 * The program has, beside this: CALLS, THREADS, PAGES, page_name, set_up(), a function a thread,
 * violated(), or witnessed() if the page says `exists`, and `names` and `reads`; if page tables are
 * collapsed, collapse.h.
 */
enum { SKIP = 4, OUTCOMES = 512, OUTCOME = 640, HUGE_PAGE = 2 << 20 };

/* How long a round may take, in seconds. It takes microseconds. */
enum { ROUND = 30 };

/* An address space at the end of a round. */
struct state {
	int vma_count;
	struct vma vmas[MAX_VMAS];
	char page[MAX_PAGES + 1];
	int value[MAX_PAGES];
};

static struct state here;
static int forked[THREADS];

/*
 * The child of a thread's last fork, in memory that both of them see: it makes the calls that it
 * is asked for, one at a time, and is looked at when the round is over.
 */
struct child {
	pid_t pid;
	sem_t asked, answered;
	long (*call)(void);
	long returned;
	char flags[96];
	struct state end;
};

/* One a thread; the last one is of a fork in set_up(), which nobody looks at. */
static struct child *children;

/* What the calls of the threads returned; flags are text, as smaps prints them. */
static long result[THREADS][CALLS];
static char flags[THREADS + 1][CALLS][96];

/* Set when /proc/PID/maps has printed a range that begins before the end of the last. */
static _Atomic int backwards;

static int prints_gu;
/* A collapse takes its time before it comes to the page tables. */
#ifdef COLLAPSES
static unsigned long longest_spin = 400000;
#else
static unsigned long longest_spin = 4000;
#endif
static __thread unsigned long seed;
static unsigned long seeds[THREADS];
static sem_t turn_begins[THREADS], turn_ends;
static _Atomic long arrived;

/* The process that all others come from. */
static pid_t first_process;

/* Set by a drive: whoever makes a call of a thread's says so, be it another process. */
HELPER void (*in_place_of)(int thread);

#ifdef COLLAPSES
static void can_collapse(void);
static void settle(void);
#endif

static void skip(const char *why)
{
	printf("ok 1 - %s # SKIP %s\n", page_name, why);
	exit(SKIP);
}

static void bail_out(const char *why)
{
	printf("Bail out! %s\n", why);
	exit(1);
}

static unsigned long next_random(void)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return seed;
}

/* A random delay, so that the calls meet at all places. */
static void spin(void)
{
	unsigned long turns = longest_spin ? next_random() % longest_spin : 0;

	for (volatile unsigned long i = 0; i < turns; i++)
		;
}

/* Each on a processor of its own, as far as there are any: what shares one does not race. */
static void pin(long number)
{
	cpu_set_t all, one;
	int at = 0, left;

	if (sched_getaffinity(0, sizeof(all), &all))
		return;
	left = (int)(number % CPU_COUNT(&all));
	while (!CPU_ISSET(at, &all) || left--)
		at++;
	CPU_ZERO(&one);
	CPU_SET(at, &one);
	sched_setaffinity(0, sizeof(one), &one);
}

static void *shared_memory(size_t size)
{
	void *got = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	if (got == MAP_FAILED)
		skip("no memory");
	return got;
}

HELPER long status(long returned)
{
	return returned < 0 ? -errno : returned;
}

/* Of an address the page of the window; what was mapped elsewhere is of no use here. */
HELPER long address(void *got, int length)
{
	long at = (long)((char *)got - window) / page_size;

	if (got == MAP_FAILED)
		return -errno;
	if (at < 0 || at >= PAGES)
		munmap(got, bytes(length));
	return at;
}

static void open_proc(void)
{
	smaps_fd = open("/proc/self/smaps", O_RDONLY | O_CLOEXEC);
	pagemap_fd = open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
	if (smaps_fd < 0 || pagemap_fd < 0)
		skip("no /proc/self/smaps or pagemap");
}

static const struct vma *vma_at(const struct state *s, int number)
{
	for (int i = 0; i < s->vma_count; i++)
		if (s->vmas[i].start <= number && number < s->vmas[i].end)
			return &s->vmas[i];
	return NULL;
}

HELPER int is_mapped(const struct state *s, int number)
{
	return vma_at(s, number) != NULL;
}

HELPER int covers(const struct state *s, int number, int start, int end)
{
	const struct vma *v = vma_at(s, number);

	return v && v->start == start && v->end == end;
}

HELPER int has_flag(const struct state *s, int number, const char *flag)
{
	const struct vma *v = vma_at(s, number);

	return v && strstr(v->flags, flag) != NULL;
}

HELPER int flags_are(const struct state *s, int number, const char *wanted)
{
	const struct vma *v = vma_at(s, number);

	return v && !strcmp(v->flags, wanted);
}

/* Pages are read last, as that may fault them in. */
static void look(struct state *s)
{
	read_vmas();
	read_pagemap();
	s->vma_count = vma_count;
	memcpy(s->vmas, vmas, sizeof(vmas));
	memset(s->page, 0, sizeof(s->page));
	for (int i = 0; i < PAGES; i++)
		s->page[i] = page_state(i);
	for (const int *at = reads; *at >= 0; at++)
		s->value[*at] = read_page(*at);
}

static void wait_for(sem_t *semaphore)
{
	while (sem_wait(semaphore))
		;
}

/* What a child does until it is asked for nothing more: it looks at itself, and ends. */
static void serve(struct child *c)
{
	open_proc();
	for (;;) {
		wait_for(&c->asked);
		if (!c->call)
			break;
		if (in_place_of)
			in_place_of((int)(c - children));
		c->returned = c->call();
		sem_post(&c->answered);
	}
	look(&c->end);
	_exit(0);
}

static void end_child(struct child *c)
{
	int ended;

	if (!c->pid)
		return;
	c->call = NULL;
	sem_post(&c->asked);
	while (waitpid(c->pid, &ended, 0) < 0)
		;
	if (ended)
		bail_out("a child did not come to its end");
	c->pid = 0;
}

/* The child of a fork before this one has no name any more. */
HELPER long fork_child(int thread)
{
	struct child *c = &children[thread];
	pid_t parent = getpid(), pid;

	end_child(c);
	sem_init(&c->asked, 1, 0);
	sem_init(&c->answered, 1, 0);
	pid = fork();
	if (pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		if (getppid() != parent)
			_exit(1);
		serve(c);
	}
	if (pid < 0)
		return -errno;
	c->pid = pid;
	return 0;
}

/* Flags that the call reads are left in `text`. */
HELPER long in_child(int thread, long (*call)(void), char *text)
{
	struct child *c = &children[thread];

	if (!c->pid)
		return -ESRCH;
	c->flags[0] = 0;
	c->call = call;
	sem_post(&c->asked);
	wait_for(&c->answered);
	if (in_place_of)
		in_place_of(thread);
	strcpy(text, c->flags);
	return c->returned;
}

HELPER long smaps_flags(int number, char *text)
{
	if (!smaps_fd)
		open_proc();
	read_vmas();
	const struct vma *v = vma_of(number);
	strcpy(text, v ? v->flags : "-1");
	return v ? 0 : -1;
}

/* A bit for each page of the window that a range covers, of those that maps or smaps prints. */
HELPER long printed_pages(const char *path)
{
	static __thread char text[SCRATCH];
	size_t have = 0;
	ssize_t n;
	long printed = 0;
	unsigned long start, end, last = 0;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	while ((n = read(fd, text + have, sizeof(text) - 1 - have)) > 0)
		have += n;
	close(fd);
	text[have] = 0;
	for (char *at = text; at && *at; at = strchr(at, '\n'), at += at != NULL) {
		if (sscanf(at, "%lx-%lx ", &start, &end) != 2)
			continue;
		if (start < last)
			backwards = 1;
		last = end;
		for (int i = 0; i < PAGES; i++)
			if ((unsigned long)page(i) >= start && (unsigned long)page(i) < end)
				printed |= 1L << i;
	}
	return printed;
}

/* A bit for each page of the window of which pagemap says that it is a guard. */
HELPER long guard_pages(void)
{
	long guards = 0;

	if (!pagemap_fd)
		open_proc();
	read_pagemap();
	for (int i = 0; i < PAGES; i++)
		if (page_state(i) == 'G')
			guards |= 1L << i;
	return guards;
}

/*
 * The rest of set_up() and the round itself are the child's; 1 there, and 0 in the parent when the
 * child has ended. What is random in a round must not be the same in each.
 */
HELPER int become_child(void)
{
	pid_t parent = getpid(), pid;
	int ended;

	next_random();
	pid = fork();
	if (pid < 0)
		skip("no fork");
	if (pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		if (getppid() != parent)
			_exit(1);
		close(smaps_fd);
		close(pagemap_fd);
		open_proc();
		/* The child is the one that can hang; its parent waits a little longer. */
		alarm(ROUND - 5);
		return 1;
	}
	while (waitpid(pid, &ended, 0) < 0)
		;
	if (WIFEXITED(ended) && WEXITSTATUS(ended) == SKIP)
		exit(SKIP);
	if (ended)
		bail_out("a child did not come to its end");
	return 0;
}

HELPER long clear_refs(void)
{
	int fd = open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC);
	long written = fd < 0 ? -errno : status(write(fd, "4", 1));

	if (fd >= 0)
		close(fd);
	return written < 0 ? written : 0;
}

/* A file without a name, in the page cache, all zeroes. */
HELPER void make_file(int *fd, int file_pages)
{
	static const char zero;

	if (*fd > 0)
		close(*fd);
	*fd = memfd_create("vmacheck", MFD_CLOEXEC);
	if (*fd < 0 || ftruncate(*fd, bytes(file_pages)))
		skip("no memfd_create()");
	for (int i = 0; i < file_pages; i++)
		if (pwrite(*fd, &zero, 1, bytes(i)) != 1)
			skip("a file cannot be written");
}

HELPER void must(long returned, const char *call)
{
	static char why[200];

	if (returned < 0) {
		snprintf(why, sizeof(why), "%s fails before the race: %s", call,
			 strerror((int)-returned));
		skip(why);
	}
}

/* What all rounds gave, in memory that a process of a single round shares. */
static struct tally {
	struct outcome {
		char text[OUTCOME];
		long count, first;
	} outcomes[OUTCOMES];
	int outcome_count;
	long not_kept;
	/* Rounds that were not as the page says, and what was wrong in the first of them. */
	long lost, first_lost;
	const char *finding;
	/* Whether a round did not come to its end. */
	int hangs;
	/* Rounds that showed what the page says there is. */
	long witnesses, first_witness;
} *tally;

static int put_state(char *at, size_t room, const struct state *s)
{
	size_t used = 0;

	for (int i = 0; i < s->vma_count && used < room; i++) {
		const struct vma *v = &s->vmas[i];

		used += snprintf(at + used, room - used, "%s%d-%d:%s", i ? "," : "", v->start, v->end,
				 v->flags);
	}
	if (used < room)
		used += snprintf(at + used, room - used, "|%s", s->page);
	for (const int *r = reads; *r >= 0 && used < room; r++)
		used += snprintf(at + used, room - used, " %d=%d", *r, s->value[*r]);
	return (int)used;
}

static void count_outcome(long round)
{
	char text[OUTCOME];
	size_t used = 0;
	int i;

	for (int t = 0; t < THREADS; t++)
		for (int c = 0; c < CALLS && used < sizeof(text); c++)
			if (names[t][c] && flags[t][c][0])
				used += snprintf(text + used, sizeof(text) - used, "%d:%s=\"%s\" ", t,
						 names[t][c], flags[t][c]);
			else if (names[t][c])
				used += snprintf(text + used, sizeof(text) - used, "%d:%s=%ld ", t,
						 names[t][c], result[t][c]);
	if (used < sizeof(text))
		used += snprintf(text + used, sizeof(text) - used, "|");
	if (used < sizeof(text))
		used += put_state(text + used, sizeof(text) - used, &here);
	for (int t = 0; t < THREADS && used < sizeof(text); t++) {
		if (!forked[t])
			continue;
		used += snprintf(text + used, sizeof(text) - used, "|child ");
		if (used < sizeof(text))
			used += put_state(text + used, sizeof(text) - used, &children[t].end);
	}
	for (i = 0; i < tally->outcome_count; i++)
		if (!strcmp(tally->outcomes[i].text, text))
			break;
	if (i == OUTCOMES) {
		tally->not_kept++;
		return;
	}
	if (i == tally->outcome_count) {
		strcpy(tally->outcomes[tally->outcome_count++].text, text);
		tally->outcomes[i].first = round;
	}
	tally->outcomes[i].count++;
}

/* No guard is in a VMA whose flags do not say that there may be one. */
static const char *invariant(const struct state *s)
{
	for (int i = 0; prints_gu && i < PAGES; i++)
		if (s->page[i] == 'G' && !has_flag(s, i, "gu"))
			return "guard_without_flag";
	return NULL;
}

static const char *wrong(void)
{
	const char *finding = backwards ? "maps_backwards" : invariant(&here);

	for (int t = 0; t < THREADS && !finding; t++)
		if (forked[t])
			finding = invariant(&children[t].end);
#ifndef EXISTS
	if (!finding)
		finding = violated();
#endif
	return finding;
}

static void judge(long round)
{
	const char *finding = wrong();

	if (finding && !tally->lost++) {
		tally->finding = finding;
		tally->first_lost = round;
	}
#ifdef EXISTS
	if (witnessed() && !tally->witnesses++)
		tally->first_witness = round;
#endif
}

/* A thread sleeps between the rounds; once all are awake, they go on at the same moment. */
static void start_together(long turn)
{
	arrived++;
	while (arrived < THREADS * turn)
		sched_yield();
}

static void *thread(void *number)
{
	long mine = (long)number;

	pin(mine);
	seed = seeds[mine];
	for (long turn = 1;; turn++) {
		wait_for(&turn_begins[mine]);
		start_together(turn);
		threads[mine]();
		sem_post(&turn_ends);
	}
	return NULL;
}

/* The threads stay for all rounds of this process; the first of them is the caller. */
static void start_threads(void)
{
	static int started;
	pthread_t made;

	if (started++)
		return;
	sem_init(&turn_ends, 0, 0);
	for (long t = 1; t < THREADS; t++) {
		seeds[t] = next_random();
		sem_init(&turn_begins[t], 0, 0);
		if (pthread_create(&made, NULL, thread, (void *)t))
			skip("no thread");
	}
	pin(0);
}

static void run_threads(void)
{
	static long turn;

	turn++;
	start_threads();
	for (int t = 1; t < THREADS; t++)
		sem_post(&turn_begins[t]);
	start_together(turn);
	threads[0]();
	for (int t = 1; t < THREADS; t++)
		wait_for(&turn_ends);
}

static long this_round;
static struct timespec since;

static double seconds_so_far(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - since.tv_sec) + (double)(now.tv_nsec - since.tv_nsec) / 1e9;
}

static int conclude(long rounds, double seconds);

/* A system call that starts over again and again is interrupted by this. */
static void not_over(int number)
{
	(void)number;
	tally->hangs = 1;
	if (!tally->lost++) {
		tally->finding = "non_termination";
		tally->first_lost = this_round;
	}
	if (getpid() != first_process)
		_exit(0);
	conclude(this_round, seconds_so_far());
	fflush(stdout);
	_exit(1);
}

static void run_round(long round)
{
	this_round = round;
	alarm(ROUND);
	munmap(window, bytes(PAGES));
	if (set_up()) {
#ifdef COLLAPSES
		settle();
#endif
		memset(flags, 0, sizeof(flags));
		backwards = 0;
		run_threads();
		look(&here);
		for (int t = 0; t < THREADS; t++) {
			forked[t] = children[t].pid != 0;
			end_child(&children[t]);
		}
		end_child(&children[THREADS]);
		count_outcome(round);
		judge(round);
	}
	if (getpid() != first_process)
		_exit(0);
}

static void begin(void)
{
	struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_NODEFER};
	char *p;

	first_process = getpid();
	base_page = sysconf(_SC_PAGESIZE);
	page_size = base_page;
	pages = PAGES;
	sigaction(SIGSEGV, &action, NULL);
	sigaction(SIGBUS, &action, NULL);
	signal(SIGALRM, not_over);
	children = shared_memory((THREADS + 1) * sizeof(*children));
	tally = shared_memory(sizeof(*tally));
#ifdef COLLAPSES
	page_size = HUGE_PAGE / 2;
	can_collapse();
#else
	prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0);
#endif
	open_proc();
	p = mmap(window, page_size, PROT_READ | PROT_WRITE,
		 MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
	if (p != window)
		skip("the window is in use");
	if (needs_guards && madvise(p, page_size, MADV_GUARD_INSTALL))
		skip("this kernel has no guard regions");
	read_vmas();
	if (!read_pagemap())
		skip("pagemap cannot be read");
	prints_gu = needs_guards && vma_count == 1 && strstr(vmas[0].flags, "gu");
	munmap(p, page_size);
}

static int conclude(long rounds, double seconds)
{
	for (int i = 0; i < tally->outcome_count; i++)
		printf("# outcome %ld %ld %s\n", tally->outcomes[i].count, tally->outcomes[i].first,
		       tally->outcomes[i].text);
	if (tally->not_kept)
		printf("# other outcomes in %ld rounds\n", tally->not_kept);
	printf("# rounds %ld seconds %.1f\n", rounds, seconds);
	if (tally->lost) {
		printf("not ok 1 - %s: %s in %ld of %ld rounds, first at %ld\n", page_name,
		       tally->finding, tally->lost, rounds, tally->first_lost);
		return 1;
	}
#ifdef EXISTS
	if (!tally->witnesses) {
		printf("ok 1 - %s # SKIP no round shows what there is to be\n", page_name);
		return SKIP;
	}
	printf("ok 1 - %s: exists in %ld of %ld rounds, first at %ld\n", page_name,
	       tally->witnesses, rounds, tally->first_witness);
#else
	printf("ok 1 - %s\n", page_name);
#endif
	return 0;
}

static void usage(const char *program)
{
	fprintf(stderr, "usage: %s [-r|--rounds N] [-s|--seconds N] [-f|--found N] "
		"[-d|--spin TURNS] [-n|--seed N]\n", program);
	exit(2);
}

/* A number that an option has, `least` or more. */
static long number(const char *program, const char *text, long least)
{
	char *end;
	long value = strtol(text, &end, 10);

	if (end == text || *end || value < least)
		usage(program);
	return value;
}

int main(int argc, char **argv)
{
	static const struct option options[] = {
		{"rounds", required_argument, NULL, 'r'}, {"seconds", required_argument, NULL, 's'},
		{"found", required_argument, NULL, 'f'},
		{"spin", required_argument, NULL, 'd'}, {"seed", required_argument, NULL, 'n'},
		{NULL, 0, NULL, 0},
	};
	long rounds = 1000, seconds = 10, found = LONG_MAX, round;
	struct utsname kernel;
	int option;

	seed = 2463534242UL;
	while ((option = getopt_long(argc, argv, "r:s:f:d:n:", options, NULL)) != -1) {
		if (option == 'r')
			rounds = number(argv[0], optarg, 1);
		else if (option == 's')
			seconds = number(argv[0], optarg, 1);
		else if (option == 'f')
			found = number(argv[0], optarg, 1);
		else if (option == 'd')
			longest_spin = number(argv[0], optarg, 0);
		else if (option == 'n')
			seed = number(argv[0], optarg, 1);
		else
			usage(argv[0]);
	}
	if (optind < argc)
		usage(argv[0]);
	uname(&kernel);
	setvbuf(stdout, NULL, _IOLBF, 0);
	printf("TAP version 13\n# page %s\n# kernel %s\n1..1\n", page_name, kernel.release);
	begin();
	clock_gettime(CLOCK_MONOTONIC, &since);
	for (round = 1; round <= rounds && seconds_so_far() < (double)seconds && !tally->hangs &&
	     tally->lost + tally->witnesses < found; round++)
		run_round(round);
	alarm(0);
	return conclude(round - 1, seconds_so_far());
}
