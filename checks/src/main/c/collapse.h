/*
 * The pages of a file become a huge one, as khugepaged would make it, by way of a mapping outside of
 * the window, and of another process: khugepaged has none of the locks of the process whose page
 * tables it takes away. Like khugepaged it tells nobody how that went.
 */
struct collapser {
	int thread, asker, fd, offset;
	sem_t asked, answered;
};

/* One a thread, and one of what comes before them. */
static struct collapser *collapsers;

/* Room for two, as one has to be aligned. */
static char *huge_room;

/* A huge page's worth of a file, or of anonymous memory; NULL if that fails. */
static char *map_huge(int flags, int fd, int offset)
{
	char *at;

	huge_room = mmap(NULL, 2 * HUGE_PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (huge_room == MAP_FAILED)
		return NULL;
	at = (char *)(((unsigned long)huge_room + HUGE_PAGE - 1) & -HUGE_PAGE);
	at = mmap(at, HUGE_PAGE, PROT_READ | PROT_WRITE, flags | MAP_FIXED, fd, bytes(offset));
	return at == MAP_FAILED ? NULL : at;
}

static void unmap_huge(void)
{
	munmap(huge_room, 2 * HUGE_PAGE);
}

static long collapse_file(int fd, int offset)
{
	char *at = map_huge(MAP_SHARED, fd, offset);
	long returned = at ? status(madvise(at, HUGE_PAGE, MADV_COLLAPSE)) : -ENOMEM;

	unmap_huge();
	return returned;
}

static void can_collapse(void)
{
	int fd = 0;
	long returned;

	make_file(&fd, 2);
	returned = collapse_file(fd, 0);
	close(fd);
	if (returned)
		skip("files cannot be collapsed to huge pages here");
}

static void serve_collapses(struct collapser *c)
{
	char name[64];
	int fd;

	pin(c->thread);
	for (;;) {
		wait_for(&c->asked);
		if (in_place_of)
			in_place_of(c->thread);
		snprintf(name, sizeof(name), "/proc/%d/fd/%d", c->asker, c->fd);
		fd = open(name, O_RDWR | O_CLOEXEC);
		if (fd >= 0) {
			collapse_file(fd, c->offset);
			close(fd);
		}
		sem_post(&c->answered);
	}
}

static void start_collapsers(void)
{
	pid_t parent = getpid(), pid;

	if (collapsers)
		return;
	collapsers = shared_memory((THREADS + 1) * sizeof(*collapsers));
	for (int t = 0; t <= THREADS; t++) {
		collapsers[t].thread = t;
		sem_init(&collapsers[t].asked, 1, 0);
		sem_init(&collapsers[t].answered, 1, 0);
		pid = fork();
		if (pid == 0) {
			prctl(PR_SET_PDEATHSIG, SIGKILL);
			if (getppid() == parent)
				serve_collapses(&collapsers[t]);
			_exit(1);
		}
		if (pid < 0)
			skip("no fork");
	}
}

HELPER long collapse(int thread, int fd, int offset)
{
	struct collapser *c;

	start_collapsers();
	c = &collapsers[thread];
	c->asker = getpid();
	c->fd = fd;
	c->offset = offset;
	sem_post(&c->asked);
	wait_for(&c->answered);
	return 0;
}

/*
 * Every collapse first has all processors put into the LRU lists what they kept back from them. One
 * in vain does that before the race, in which it would wait for the processor of a thread.
 */
static void settle(void)
{
	char *at = map_huge(MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	start_collapsers();
	if (at) {
		*at = 1;
		madvise(at, HUGE_PAGE, MADV_COLLAPSE);
		unmap_huge();
	}
}
