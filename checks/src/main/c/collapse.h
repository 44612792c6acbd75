/*
 * A process of its own that has the page tables of a file collapsed, as khugepaged does: it maps
 * the file elsewhere and calls MADV_COLLAPSE. In the process under test the call would wait for
 * mmap_lock, which khugepaged does not take to retract page tables.
 */
#ifndef MADV_COLLAPSE
#define MADV_COLLAPSE 25
#endif

static char *const collapsed = (char *)0x20000000UL;
static pid_t collapser;
static int to_collapser, from_collapser;

struct collapse_order {
	int thread, fd;
	off_t offset;
};

static long collapse_range(int flags, int fd, off_t offset)
{
	char *at = mmap(collapsed, PMD_BYTES, PROT_READ | PROT_WRITE, flags | MAP_FIXED, fd, offset);

	if (at != collapsed)
		return -errno;
	if (fd < 0)
		*at = 1;
	return status(madvise(at, PMD_BYTES, MADV_COLLAPSE));
}

static void serve_collapses(int orders, int answers)
{
	struct collapse_order order;
	/* In vain: it has every processor put its new pages into the LRU lists, which a later one
	   would have to wait for. */
	long answer = collapse_range(MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	while (write(answers, &answer, sizeof(answer)) == sizeof(answer) &&
	       read(orders, &order, sizeof(order)) == sizeof(order)) {
		if (in_place_of)
			in_place_of(order.thread);
		answer = collapse_range(MAP_SHARED, order.fd, order.offset);
	}
	_exit(0);
}

/* For one round, when its files are there and its window is not; ends that of the last round. */
static void start_collapser(void)
{
	int orders[2], answers[2];
	long answer;

	if (collapser) {
		close(to_collapser);
		close(from_collapser);
		while (waitpid(collapser, NULL, 0) < 0 && errno == EINTR)
			;
	}
	if (pipe(orders) || pipe(answers))
		skip("no pipe");
	collapser = fork();
	if (collapser == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		prctl(PR_SET_THP_DISABLE, 0, 0, 0, 0);
		close(orders[1]);
		close(answers[0]);
		serve_collapses(orders[0], answers[1]);
	}
	close(orders[0]);
	close(answers[1]);
	to_collapser = orders[1];
	from_collapser = answers[0];
	if (collapser < 0 || read(from_collapser, &answer, sizeof(answer)) != sizeof(answer))
		skip("no process that collapses");
	if (answer == -EINVAL)
		skip("this kernel has no MADV_COLLAPSE");
}

static long collapse(int fd, off_t offset)
{
	struct collapse_order order = {self, fd, offset};
	long answer;

	if (write(to_collapser, &order, sizeof(order)) != sizeof(order) ||
	    read(from_collapser, &answer, sizeof(answer)) != sizeof(answer))
		return -EPIPE;
	return answer;
}
