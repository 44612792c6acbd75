/*
 * A window of pages that memory system calls are made in, and what /proc and the hardware show of
 * it: VMAs by smaps, pages by pagemap, and what a load or a store there does.
 *
 * What is read last is kept for each thread, as is where a signal goes on.
 */
#ifndef MADV_GUARD_INSTALL
#define MADV_GUARD_INSTALL 102
#endif

#ifndef PR_SET_VMA
#define PR_SET_VMA 0x53564d41
#define PR_SET_VMA_ANON_NAME 0
#endif

/* Those of linux/mempolicy.h, which not every machine has. */
enum { MPOL_DEFAULT, MPOL_BIND = 2, MPOL_INTERLEAVE, MPOL_LOCAL };

/* Not every program needs each of them. */
#define HELPER static __attribute__((unused))

enum { MAX_PAGES = 64, MAX_VMAS = 80, SCRATCH = 1 << 16 };

/* Low enough to be below every program image, so that the window's VMAs come first in smaps. */
static char *const window = (char *)0x10000000UL;

/* The size of a page, and that of what counts as one in the window: it may be a part of a huge one. */
static long base_page, page_size;
static int pages;

struct vma {
	int start, end;
	char perms[5];
	unsigned long offset, inode;
	char name[32];
	char flags[96];
};
static __thread struct vma vmas[MAX_VMAS];
static __thread int vma_count;
static __thread uint64_t pagemap[MAX_PAGES];
static __thread int smaps_fd, pagemap_fd;

static __thread sigjmp_buf after_signal;

static void on_signal(int number)
{
	siglongjmp(after_signal, number);
}

static unsigned char *page(int number)
{
	return (unsigned char *)window + (long)number * page_size;
}

static size_t bytes(int length)
{
	return (size_t)length * page_size;
}

/* The first byte of a page, or minus the signal that the read gave. */
HELPER int read_page(int number)
{
	int caught = sigsetjmp(after_signal, 0);

	if (caught)
		return -caught;
	return *(volatile unsigned char *)page(number);
}

/* 0, or minus the signal that the write gave. */
HELPER int write_page(int number, int value)
{
	int caught = sigsetjmp(after_signal, 0);

	if (caught)
		return -caught;
	*(volatile unsigned char *)page(number) = (unsigned char)value;
	return 0;
}

/* mbind(2) of some pages to the first node, or to none if the policy takes none. */
HELPER int bind_memory(int start, int length, int policy)
{
	unsigned long node = 1;
	int nodes = policy == MPOL_BIND || policy == MPOL_INTERLEAVE;

	return (int)syscall(SYS_mbind, page(start), bytes(length), policy, nodes ? &node : NULL,
			    nodes ? 64 : 0, 0);
}

/* Names anonymous memory, or takes the name away. */
HELPER int set_name(int start, int length, const char *name)
{
	return prctl(PR_SET_VMA, PR_SET_VMA_ANON_NAME, page(start), bytes(length), name);
}

/* Whether these two letters of VmFlags are compared: `sd` depends on the configuration. */
static int is_compared(const char *letters)
{
	return memcmp(letters, "sd", 2) != 0;
}

/* What the header line calls anonymous memory that was given a name: [anon:NAME], [anon_shmem:NAME]. */
static void parse_name(const char *header, struct vma *v)
{
	size_t length = strcspn(header, "\n");
	const char *from = memchr(header, '[', length), *to = memchr(header, ']', length);

	v->name[0] = 0;
	if (!from || !to || strncmp(from, "[anon", 5))
		return;
	from = memchr(from, ':', to - from);
	if (from)
		snprintf(v->name, sizeof(v->name), "%.*s", (int)(to - from - 1), from + 1);
}

/* One record of smaps that starts with the header line; returns what follows it, or NULL. */
static char *parse_record(char *at, int *beyond)
{
	char *flags = strstr(at, "\nVmFlags:");
	char *eol;
	unsigned long start, end;
	struct vma *v = &vmas[vma_count];

	if (!flags)
		return NULL;
	flags += 9;
	eol = strchr(flags, '\n');
	if (!eol)
		return NULL;
	start = strtoul(at, &at, 16);
	end = strtoul(at + 1, &at, 16);
	if (start >= (unsigned long)page(pages)) {
		*beyond = 1;
		return eol + 1;
	}
	if (end <= (unsigned long)window)
		return eol + 1;
	v->start = (int)((long)(start - (unsigned long)window) / page_size);
	v->end = (int)((long)(end - (unsigned long)window) / page_size);
	memcpy(v->perms, at + 1, 4);
	v->offset = strtoul(at + 6, &at, 16) / page_size;
	at = strchr(at + 1, ' ');
	v->inode = strtoul(at, &at, 10);
	parse_name(at, v);

	char *out = v->flags;
	for (; flags < eol; flags++) {
		if (*flags == ' ')
			continue;
		if (is_compared(flags) && out < v->flags + sizeof(v->flags) - 4) {
			if (out != v->flags)
				*out++ = ' ';
			*out++ = flags[0];
			*out++ = flags[1];
		}
		flags++;
	}
	*out = 0;
	if (vma_count < MAX_VMAS - 1)
		vma_count++;
	return eol + 1;
}

/* Fills `vmas` from smaps; stops reading after the window. */
static void read_vmas(void)
{
	static __thread char text[SCRATCH];
	size_t have = 0;
	int beyond = 0;

	vma_count = 0;
	lseek(smaps_fd, 0, SEEK_SET);
	while (!beyond) {
		ssize_t n = read(smaps_fd, text + have, sizeof(text) - 1 - have);
		char *at = text, *next;

		if (n <= 0)
			break;
		have += n;
		text[have] = 0;
		while (!beyond && (next = parse_record(at, &beyond)))
			at = next;
		have -= at - text;
		memmove(text, at, have + 1);
	}
}

/* Fills `pagemap`; returns whether it could be read. Of a larger page its start counts. */
static int read_pagemap(void)
{
	off_t at = (off_t)((unsigned long)window / base_page) * 8;
	off_t step = (page_size / base_page) * 8;

	memset(pagemap, 0, sizeof(pagemap));
	if (step == 8)
		return pread(pagemap_fd, pagemap, (size_t)pages * 8, at) >= 0;
	for (int i = 0; i < pages; i++)
		if (pread(pagemap_fd, &pagemap[i], 8, at + i * step) < 0)
			return 0;
	return 1;
}

static char page_state(int number)
{
	uint64_t entry = pagemap[number];

	if (entry & (1ULL << 58))
		return 'G';
	if (entry & (1ULL << 57) && !(entry & (1ULL << 63)))
		return 'M';
	if (entry & (1ULL << 63))
		return 'P';
	return entry & (1ULL << 62) ? 'S' : '.';
}

static const struct vma *vma_of(int number)
{
	for (int i = 0; i < vma_count; i++)
		if (vmas[i].start <= number && number < vmas[i].end)
			return &vmas[i];
	return NULL;
}
