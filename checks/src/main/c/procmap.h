/* PROCMAP_QUERY and what it takes, as in linux/fs.h of 6.11 and later. */
#include <sys/ioctl.h>

struct procmap {
	uint64_t size, flags, address;
	uint64_t start, end, vma_flags, vma_page_size, offset, inode;
	uint32_t major, minor, name_size, build_id_size;
	uint64_t name, build_id;
};

#define PROCMAP_QUERY_CALL _IOWR('f', 17, struct procmap)

enum { COVERING_OR_NEXT = 1 << 4 };

/* Of this process, for all its threads; a child has to open one of its own. */
static int maps_fd = -1;

/* Opens it. Returns -1 if it cannot be asked. */
static int open_maps(void)
{
	struct procmap asked = {.size = sizeof(asked), .flags = COVERING_OR_NEXT};

	if (maps_fd >= 0)
		close(maps_fd);
	maps_fd = open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
	return maps_fd < 0 ? -1 : ioctl(maps_fd, PROCMAP_QUERY_CALL, &asked);
}

/* The pages of the VMA that covers a page, or of the next one, as bits, of those in the window. */
HELPER long query(int at, int with_build_id)
{
	static __thread unsigned char build_id[64];
	struct procmap told = {
		.size = sizeof(told), .flags = COVERING_OR_NEXT, .address = (unsigned long)page(at),
		.build_id_size = with_build_id ? sizeof(build_id) : 0,
		.build_id = with_build_id ? (unsigned long)build_id : 0,
	};
	long covered = 0;

	if (ioctl(maps_fd, PROCMAP_QUERY_CALL, &told))
		return errno == ENOENT ? 0 : -errno;
	for (int i = 0; i < PAGES; i++)
		if (told.start <= (unsigned long)page(i) && (unsigned long)page(i) < told.end)
			covered |= 1L << i;
	return covered;
}
