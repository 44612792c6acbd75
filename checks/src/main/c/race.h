/*
 * Rounds of one race: the window is set up, the threads make their calls after random delays, and
 * what they leave is looked at. What is said of it goes out as TAP.
 *
 * The program has, beside this: CALLS, THREADS, PAGES, page_name, set_up(), a function a thread,
 * violated(), and `names` and `reads`.
 */
enum { SKIP = 4, OUTCOMES = 512, OUTCOME = 640 };

/* An address space at the end of a round. */
struct state {
	int made;
	int vma_count;
	struct vma vmas[MAX_VMAS];
	char page[MAX_PAGES + 1];
	int value[MAX_PAGES];
};

static struct state here, *child;

/* What the calls of the threads returned; flags are text, as smaps prints them. */
static long result[THREADS][CALLS];
static char flags[THREADS][CALLS][96];

/* Set when /proc/PID/maps has printed a range that begins before the end of the last. */
static _Atomic int backwards;

static int prints_gu;
static unsigned long longest_spin = 4000;
static __thread unsigned long seed;
static __thread int self;

/* Set by a drive: a process that makes a call in place of a thread says so. */
HELPER void (*in_place_of)(int thread);

static _Atomic long started, ready, finished;

static void skip(const char *why)
{
	printf("ok 1 - %s # SKIP %s\n", page_name, why);
	exit(SKIP);
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
	if (!read_pagemap())
		skip("pagemap cannot be read");
	s->vma_count = vma_count;
	memcpy(s->vmas, vmas, sizeof(vmas));
	memset(s->page, 0, sizeof(s->page));
	for (int i = 0; i < PAGES; i++)
		s->page[i] = page_state(i);
	for (const int *at = reads; *at >= 0; at++)
		s->value[*at] = read_page(*at);
	s->made = 1;
}

/* The child is looked at where it stands, and ends. */
HELPER long fork_child(void)
{
	pid_t parent = getpid(), pid = fork();
	int ended;

	if (pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		if (getppid() != parent)
			_exit(1);
		open_proc();
		look(child);
		_exit(0);
	}
	if (pid < 0)
		return -errno;
	while (waitpid(pid, &ended, 0) < 0)
		;
	return ended ? -ECHILD : 0;
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

/* A bit for each page of the window that a range covers. */
HELPER long maps_pages(void)
{
	static __thread char text[SCRATCH];
	size_t have = 0;
	ssize_t n;
	long printed = 0;
	unsigned long start, end, last = 0;
	int fd = open("/proc/self/maps", O_RDONLY | O_CLOEXEC);

	while ((n = read(fd, text + have, sizeof(text) - 1 - have)) > 0)
		have += n;
	close(fd);
	text[have] = 0;
	for (char *at = text; at && sscanf(at, "%lx-%lx", &start, &end) == 2; at++) {
		if (start < last)
			backwards = 1;
		last = end;
		for (int i = 0; i < PAGES; i++)
			if ((unsigned long)page(i) >= start && (unsigned long)page(i) < end)
				printed |= 1L << i;
		at = strchr(at, '\n');
		if (!at)
			break;
	}
	return printed;
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

static struct outcome {
	char text[OUTCOME];
	long count, first;
} outcomes[OUTCOMES];
static int outcome_count;

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
	if (child->made && used < sizeof(text)) {
		used += snprintf(text + used, sizeof(text) - used, "|child ");
		if (used < sizeof(text))
			put_state(text + used, sizeof(text) - used, child);
	}
	for (i = 0; i < outcome_count; i++)
		if (!strcmp(outcomes[i].text, text))
			break;
	if (i == OUTCOMES)
		return;
	if (i == outcome_count) {
		strcpy(outcomes[outcome_count++].text, text);
		outcomes[i].first = round;
	}
	outcomes[i].count++;
}

/* No guard is in a VMA whose flags do not say that there may be one. */
static const char *invariant(const struct state *s)
{
	for (int i = 0; prints_gu && s->made && i < PAGES; i++)
		if (s->page[i] == 'G' && !has_flag(s, i, "gu"))
			return "guard_without_flag";
	return NULL;
}

static void *thread(void *number)
{
	long mine = (long)number;

	self = (int)mine;
	for (long round = 1;; round++) {
		ready++;
		while (started < round)
			sched_yield();
		seed = seed ? seed : 88172645463325252UL * (mine + 1);
		threads[mine]();
		finished++;
	}
	return NULL;
}

static void run_round(long round)
{
	while (ready < (THREADS - 1) * round)
		sched_yield();
	started = round;
	threads[0]();
	while (finished < (THREADS - 1) * round)
		sched_yield();
}

static void begin(void)
{
	struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_NODEFER};
	char *p;

	page_size = PAGE_BYTES ? PAGE_BYTES : sysconf(_SC_PAGESIZE);
	pages = PAGES;
	sigaction(SIGSEGV, &action, NULL);
	sigaction(SIGBUS, &action, NULL);
	prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0);
	open_proc();
	child = mmap(NULL, sizeof(*child), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	p = mmap(window, page_size, PROT_READ | PROT_WRITE,
		 MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
	if (p != window || child == MAP_FAILED)
		skip("the window is in use");
	if (needs_guards && madvise(p, page_size, MADV_GUARD_INSTALL))
		skip("this kernel has no guard regions");
	read_vmas();
	prints_gu = needs_guards && vma_count == 1 && strstr(vmas[0].flags, "gu");
	munmap(p, page_size);
}

int main(int argc, char **argv)
{
	long rounds = 1000, seconds = 10, round, lost = 0, first = 0;
	const char *finding = NULL;
	struct utsname kernel;
	struct timespec from, now;
	pthread_t made;
	int option;

	seed = 2463534242UL;
	while ((option = getopt(argc, argv, "r:s:d:n:")) != -1) {
		long value = strtol(optarg, NULL, 10);

		if (option == 'r' && value > 0)
			rounds = value;
		else if (option == 's' && value > 0)
			seconds = value;
		else if (option == 'd' && value >= 0)
			longest_spin = value;
		else if (option == 'n' && value > 0)
			seed = value;
		else
			return fprintf(stderr, "usage: %s [-r rounds] [-s seconds] [-d longest spin] "
				       "[-n seed]\n", argv[0]), 2;
	}
	alarm(seconds + 30);
	uname(&kernel);
	setvbuf(stdout, NULL, _IOLBF, 0);
	printf("TAP version 13\n# page %s\n# kernel %s\n1..1\n", page_name, kernel.release);
	begin();
	for (long t = 1; t < THREADS; t++)
		if (pthread_create(&made, NULL, thread, (void *)t))
			skip("no thread");
	clock_gettime(CLOCK_MONOTONIC, &from);
	now = from;
	for (round = 1; round <= rounds && now.tv_sec - from.tv_sec < seconds; round++) {
		munmap(window, bytes(PAGES));
		memset(child, 0, sizeof(*child));
		memset(flags, 0, sizeof(flags));
		set_up();
		run_round(round);
		look(&here);
		count_outcome(round);
		const char *wrong = backwards ? "maps_backwards" : invariant(&here);
		if (!wrong)
			wrong = invariant(child);
		if (!wrong)
			wrong = violated();
		backwards = 0;
		if (wrong && !lost++) {
			finding = wrong;
			first = round;
		}
		clock_gettime(CLOCK_MONOTONIC, &now);
	}
	for (int i = 0; i < outcome_count; i++)
		printf("# outcome %ld %ld %s\n", outcomes[i].count, outcomes[i].first,
		       outcomes[i].text);
	printf("# rounds %ld seconds %.1f\n", round - 1,
	       (double)(now.tv_sec - from.tv_sec) + (double)(now.tv_nsec - from.tv_nsec) / 1e9);
	if (lost)
		printf("not ok 1 - %s: %s in %ld of %ld rounds, first at %ld\n", page_name, finding,
		       lost, round - 1, first);
	else
		printf("ok 1 - %s\n", page_name);
	return lost > 0;
}
