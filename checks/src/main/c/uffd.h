/*
 * userfaultfd, which is asked of missing and of write-protected pages of the window. Nobody is told
 * of a fault: who makes it gets a signal.
 */
#include <linux/userfaultfd.h>
#include <sys/ioctl.h>

/* The context of this process; a child has to open one of its own. */
static int uffd_fd = -1;
static uint64_t uffd_features;

/* UFFD_FEATURE_MOVE, of 6.8. */
enum { UFFD_MOVES = 1 << 16 };

/* Opens one. Returns -1 if there can be none. */
static int open_uffd(void)
{
	struct uffdio_api api = {
		.api = UFFD_API,
		.features = UFFD_FEATURE_SIGBUS | UFFD_FEATURE_PAGEFAULT_FLAG_WP |
			    UFFD_FEATURE_WP_HUGETLBFS_SHMEM,
	};

	if (uffd_fd >= 0)
		close(uffd_fd);
	uffd_fd = (int)syscall(SYS_userfaultfd, O_CLOEXEC | UFFD_USER_MODE_ONLY);
	if (uffd_fd < 0 || ioctl(uffd_fd, UFFDIO_API, &api))
		return -1;
	uffd_features = api.features;
	return 0;
}

static struct uffdio_range uffd_range(int at, int length)
{
	return (struct uffdio_range){.start = (unsigned long)page(at), .len = bytes(length)};
}

static int uffd_register(int at, int length, uint64_t mode)
{
	struct uffdio_register call = {.range = uffd_range(at, length), .mode = mode};

	return ioctl(uffd_fd, UFFDIO_REGISTER, &call);
}

HELPER int uffd_unregister(int at, int length)
{
	struct uffdio_range range = uffd_range(at, length);

	return ioctl(uffd_fd, UFFDIO_UNREGISTER, &range);
}

HELPER int uffd_writeprotect(int at, int length, uint64_t mode)
{
	struct uffdio_writeprotect call = {.range = uffd_range(at, length), .mode = mode};

	return ioctl(uffd_fd, UFFDIO_WRITEPROTECT, &call);
}

HELPER int uffd_copy(int to, int from)
{
	struct uffdio_copy call = {
		.dst = (unsigned long)page(to), .src = (unsigned long)page(from), .len = page_size,
	};

	return ioctl(uffd_fd, UFFDIO_COPY, &call);
}

/* UFFDIO_MOVE, as in linux/userfaultfd.h of 6.8 and later. */
struct uffd_move {
	uint64_t dst, src, len, mode;
	int64_t move;
};

HELPER int uffd_move(int to, int from)
{
	struct uffd_move call = {
		.dst = (unsigned long)page(to), .src = (unsigned long)page(from), .len = page_size,
	};

	return ioctl(uffd_fd, _IOWR(UFFDIO, 0x05, struct uffd_move), &call);
}
