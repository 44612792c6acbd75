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

static long collapse_mapped(int flags, int fd, int offset)
{
	char *room = mmap(NULL, 2 * HUGE_PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	char *at = (char *)(((unsigned long)room + HUGE_PAGE - 1) & -HUGE_PAGE);
	long returned;

	if (room == MAP_FAILED || mmap(at, HUGE_PAGE, PROT_READ | PROT_WRITE, flags | MAP_FIXED, fd,
				       bytes(offset)) != at)
		return -errno;
	returned = status(madvise(at, HUGE_PAGE, MADV_COLLAPSE));
	munmap(room, 2 * HUGE_PAGE);
	return returned;
}

static void can_collapse(void)
{
	int fd = 0;
	long returned;

	make_file(&fd, 2);
	returned = collapse_mapped(MAP_SHARED, fd, 0);
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
			collapse_mapped(MAP_SHARED, fd, c->offset);
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
 * of nothing does that before the race, in which it would wait for a thread's processor.
 */
static void settle(void)
{
	start_collapsers();
	collapse_mapped(MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}
