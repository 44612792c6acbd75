/*
 * The kernel's side of `vmacheck conform`: runs sequences of memory system calls in a window of
 * addresses and tells, after each, what /proc and the hardware show of that window.
 *
 * Standard input, one sequence a line (numbers are decimal, addresses are pages of the window):
 *
 *   run ID CALL;CALL;...
 *   sum ID CALL;CALL;...   the same, with a short answer
 *
 * With `large` before the calls the window is as large as a huge page, and a page a part of it.
 *
 *   mmap(A, N, PROT, FLAGS, FILE, OFF)   FILE is 0 for the one file there is, -1 for none
 *   munmap(A, N)   mprotect(A, N, PROT)   madvise(A, N, ADVICE)   mlock(A, N)   munlock(A, N)
 *   uffd_register(A, N)   uffd_register_wp(A, N)   uffd_unregister(A, N)   of the sequence's context
 *   uffd_wp(A, N)   uffd_wp_resolve(A, N)   uffd_copy(TO, FROM)   uffd_move(TO, FROM)
 *   mseal(A, N)   brk(A)   of a heap that begins with the window
 *   mbind(A, N, POLICY)   of node 0   set_anon_vma_name(A, N, NAME)   no NAME takes it away
 *   mremap(A, OLD, NEW, FLAGS, TO)        read(A)                 write(A, VALUE)
 *   fork()           a child is looked at; the sequence goes on in the parent
 *   become_child()   the sequence goes on in a child of fork
 *   touch_all()      every page is read, then every page is written
 *
 * Constants are those of asm-generic; MAP_ANONYMOUS goes without saying.
 *
 * Standard output: `begin ID`, for each call one line RESULT|VMAS|PAGES|ACCESSES (a fork gives two
 * more before it, of the child), then `end ID`; or `died ID signal N` or `died ID status N`. The
 * short answer has one line instead, the FNV-1a hash of the others, newlines included.
 *
 *   RESULT    =VALUE, @PAGE, @out (an address outside of the window), -ERRNO, or a signal's name
 *   VMAS      START+PAGES:PERMS:OFFSET:FILE:FLAGS separated by commas; all numbers in pages; a name
 *             that was given follows FILE in brackets
 *   PAGES     a letter a page (then `!scan` if PAGEMAP_SCAN tells something else): . nothing, P present, W present
 *             and write-protected by userfaultfd, M its marker, S swapped, G guard marker
 *   ACCESSES  what the accesses do that change nothing: a pair a page, a read (two hex digits) or
 *             SE, BU, -- if it was not tried, and then s or b for a write that faults, -
 *
 * Each sequence is a process of its own that dies with this one, and this one ends when its
 * standard input does. Nothing outside of the window is mapped over and no file has a name.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef MADV_COLLAPSE
#define MADV_COLLAPSE 25
#endif

#include "window.h"
#include "uffd.h"
#include "heap.h"
#include "mseal.h"

/* How a process ends that does not end well; HelperExit.java says the same in words. */
enum helper_exit {
	BAD_ARGUMENTS = 80,
	BAD_REQUEST = 81,
	BAD_CALL = 82,
	NO_MEMORY = 83,
	NO_FILE = 84,
	NO_PROC = 85,
	NO_FORK = 86,
	ORPHANED = 87,
	CHILD_DIED = 88,
	REPORT_FULL = 89,
};

enum { REPORT = 4 << 20 };

static int file_pages;

/* The report of one sequence, shared with the processes that make it. */
struct report {
	size_t used;
	char text[REPORT];
};
static struct report *report;
static int file_fd;
static unsigned long file_inode;

/* Files in the order in which they were first seen: a shared anonymous mapping has its own. */
static unsigned long inodes[256];
static int inode_count;

static const char hex[] = "0123456789abcdef";

static void put(const char *format, ...)
{
	va_list arguments;
	size_t room = REPORT - report->used;

	va_start(arguments, format);
	int n = vsnprintf(report->text + report->used, room, format, arguments);
	va_end(arguments);
	if (n < 0 || (size_t)n >= room)
		_exit(REPORT_FULL);
	report->used += n;
}

static void put_char(char c)
{
	if (report->used + 1 >= REPORT)
		_exit(REPORT_FULL);
	report->text[report->used++] = c;
}

static void put_text(const char *text)
{
	while (*text)
		put_char(*text++);
}
static int inode_number(unsigned long inode)
{
	int i;

	for (i = 0; i < inode_count; i++)
		if (inodes[i] == inode)
			return i + 1;
	if (inode_count < 256)
		inodes[inode_count++] = inode;
	return i + 1;
}

/*
 * A signal costs as much as the rest of a call, so a page that faulted is tried again only
 * when something about it looks different; a page that can be read is read each time.
 */
static struct tried {
	char looks[6];
	char faults[4];
} tried[MAX_PAGES];

static void try_accesses(int number, const struct vma *v, char state, char *faults)
{
	int settled = !v || state == 'G' || !strncmp(v->perms, "---", 3);

	memcpy(faults, "---", 3);
	if (settled || state == 'P') {
		int r = read_page(number);

		faults[0] = r >= 0 ? hex[r >> 4] : r == -SIGSEGV ? 'S' : 'B';
		faults[1] = r >= 0 ? hex[r & 15] : r == -SIGSEGV ? 'E' : 'U';
	}
	if (settled || v->perms[1] != 'w') {
		int r = write_page(number, 0xee);

		faults[2] = r == 0 ? 'w' : r == -SIGSEGV ? 's' : 'b';
	}
}

static void put_accesses(int number)
{
	const struct vma *v = vma_of(number);
	struct tried *t = &tried[number];
	char looks[6] = {page_state(number), 0};

	if (v)
		memcpy(looks + 1, v->perms, 4);
	if (memcmp(looks, t->looks, sizeof(looks))) {
		memcpy(t->looks, looks, sizeof(looks));
		try_accesses(number, v, looks[0], t->faults);
	} else if (t->faults[0] != '-' && t->faults[0] != 'S' && t->faults[0] != 'B') {
		int r = read_page(number);

		t->faults[0] = r >= 0 ? hex[r >> 4] : 'X';
		t->faults[1] = r >= 0 ? hex[r & 15] : 'X';
	}
	for (int i = 0; i < 3; i++)
		put_char(t->faults[i]);
}

/* PAGEMAP_SCAN and what it takes, as in linux/fs.h of 6.7 and later. */
struct scan {
	uint64_t size, flags, start, end, walk_end, regions, region_count, max_pages;
	uint64_t inverted, all_of, any_of, told;
};
struct region {
	uint64_t start, end, categories;
};
enum { IS_PRESENT = 1 << 3, IS_GUARD = 1 << 8 };

/* Whether PAGEMAP_SCAN tells what pagemap does; it may not be there, or not know of guards. */
static int scan_agrees(void)
{
	static uint64_t categories = IS_PRESENT | IS_GUARD;
	static struct region regions[MAX_PAGES];
	struct scan scan = {
		.size = sizeof(scan), .start = (unsigned long)window,
		.end = (unsigned long)page(pages), .regions = (unsigned long)regions,
		.region_count = MAX_PAGES,
	};
	uint64_t told[MAX_PAGES] = {0};
	int count;

	do {
		scan.any_of = scan.told = categories;
		count = ioctl(pagemap_fd, _IOWR('f', 16, struct scan), &scan);
	} while (count < 0 && errno == EINVAL && categories != IS_PRESENT && (categories = IS_PRESENT));
	if (count < 0)
		return errno == ENOTTY || errno == EINVAL;
	for (int i = 0; i < count; i++)
		for (uint64_t at = regions[i].start; at < regions[i].end; at += page_size)
			told[(at - (unsigned long)window) / page_size] = regions[i].categories;
	for (int i = 0; i < pages; i++)
		if (!(told[i] & IS_PRESENT) != (page_state(i) != 'P') ||
		    (categories & IS_GUARD && !(told[i] & IS_GUARD) != (page_state(i) != 'G')))
			return 0;
	return 1;
}

/* As page_state(); a page that userfaultfd write-protects as long as it is registered is `W`. */
static char protected_state(int number)
{
	const struct vma *v = vma_of(number);
	char state = page_state(number);

	return state == 'P' && pagemap[number] & (1ULL << 57) && v && strstr(v->flags, "uw") ? 'W' :
	       state;
}

static void put_state(void)
{
	read_vmas();
	if (!read_pagemap())
		put_text("pagemap unreadable");
	put_char('|');
	for (int i = 0; i < vma_count; i++) {
		const struct vma *v = &vmas[i];

		put("%s%d+%d:%s:%lu:", i ? "," : "", v->start, v->end - v->start, v->perms, v->offset);
		if (!v->inode)
			put_char('-');
		else if (v->inode == file_inode)
			put_char('f');
		else
			put("z%d", inode_number(v->inode));
		if (v->name[0])
			put("[%s]", v->name);
		put_char(':');
		put_text(v->flags);
	}
	put_char('|');
	for (int i = 0; i < pages; i++)
		put_char(protected_state(i));
	if (!scan_agrees())
		put_text("!scan");
	put_char('|');
	for (int i = 0; i < pages; i++)
		put_accesses(i);
	put_char('\n');
}

static void put_access(int r)
{
	if (r >= 0)
		put("=%d", r);
	else
		put_text(r == -SIGSEGV ? "SEGV" : "BUS");
}

/* Every access that a program can try, in the order of the pages; it populates what it can. */
static void touch_all(void)
{
	put_text("=reads");
	for (int i = 0; i < pages; i++) {
		put_char(' ');
		put_access(read_page(i));
	}
	put_text(" writes");
	for (int i = 0; i < pages; i++) {
		put_char(' ');
		put_access(write_page(i, 0xa0 + i % 16));
	}
}

static void open_proc(void)
{
	memset(tried, 0, sizeof(tried));
	smaps_fd = open("/proc/self/smaps", O_RDONLY | O_CLOEXEC);
	pagemap_fd = open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
	if (smaps_fd < 0 || pagemap_fd < 0)
		_exit(NO_PROC);
}

static void close_proc(void)
{
	close(smaps_fd);
	close(pagemap_fd);
}

static void put_address(void *got, int length)
{
	long at = (long)((char *)got - window);

	if (got == MAP_FAILED) {
		put("-%d", errno);
	} else if (at >= 0 && at < (long)pages * page_size) {
		put("@%ld", at / page_size);
	} else {
		put_text("@out");
		munmap(got, bytes(length));
	}
}

static void put_status(int status)
{
	if (status)
		put("-%d", errno);
	else
		put_text("=0");
}

static void map(int at, int length, int protection, int flags, int file, int offset)
{
	if (file < 0)
		flags |= MAP_ANONYMOUS;
	put_address(mmap(page(at), bytes(length), protection, flags, file < 0 ? -1 : file_fd,
			 (off_t)offset * page_size), length);
}

/* Forks a child that dies with its parent. Returns 0 in it, and in the parent once it has ended. */
static pid_t fork_and_wait(int *status)
{
	pid_t parent = getpid();
	pid_t pid = fork();

	if (pid < 0)
		_exit(NO_FORK);
	if (pid > 0) {
		while (waitpid(pid, status, 0) < 0)
			;
		return pid;
	}
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(ORPHANED);
	alarm(20);
	close_proc();
	open_proc();
	return 0;
}

/* The parent ends as its child ended; returns in the child. */
static void become_child(void)
{
	int status;

	if (fork_and_wait(&status) > 0) {
		if (WIFSIGNALED(status))
			raise(WTERMSIG(status));
		_exit(WEXITSTATUS(status));
	}
	open_uffd();
}

static void look_at_child(void)
{
	int status;

	if (fork_and_wait(&status) == 0) {
		put_text("=child");
		put_state();
		touch_all();
		put_state();
		_exit(0);
	}
	if (status)
		_exit(CHILD_DIED);
}

/* Makes one call; returns 0 if its text is none. */
static int make_call(const char *text)
{
	int a, b, c, d, e, f, got;
	char name[16];

	if (sscanf(text, "mmap(%d, %d, %d, %d, %d, %d)", &a, &b, &c, &d, &e, &f) == 6) {
		map(a, b, c, d, e, f);
	} else if (sscanf(text, "munmap(%d, %d)", &a, &b) == 2) {
		put_status(munmap(page(a), bytes(b)));
	} else if (sscanf(text, "mprotect(%d, %d, %d)", &a, &b, &c) == 3) {
		put_status(mprotect(page(a), bytes(b), c));
	} else if (sscanf(text, "madvise(%d, %d, %d)", &a, &b, &c) == 3) {
		put_status(madvise(page(a), bytes(b), c));
	} else if (sscanf(text, "mlock(%d, %d)", &a, &b) == 2) {
		put_status(mlock(page(a), bytes(b)));
	} else if (sscanf(text, "munlock(%d, %d)", &a, &b) == 2) {
		put_status(munlock(page(a), bytes(b)));
	} else if (sscanf(text, "mremap(%d, %d, %d, %d, %d)", &a, &b, &c, &d, &e) == 5) {
		put_address(mremap(page(a), bytes(b), bytes(c), d, page(e)), c);
	} else if (sscanf(text, "mseal(%d, %d)", &a, &b) == 2) {
		put_status(seal(a, b));
	} else if (sscanf(text, "uffd_register(%d, %d)", &a, &b) == 2) {
		put_status(uffd_register(a, b, UFFDIO_REGISTER_MODE_MISSING));
	} else if (sscanf(text, "uffd_register_wp(%d, %d)", &a, &b) == 2) {
		put_status(uffd_register(a, b, UFFDIO_REGISTER_MODE_WP));
	} else if (sscanf(text, "uffd_unregister(%d, %d)", &a, &b) == 2) {
		put_status(uffd_unregister(a, b));
	} else if (sscanf(text, "uffd_wp(%d, %d)", &a, &b) == 2) {
		put_status(uffd_writeprotect(a, b, UFFDIO_WRITEPROTECT_MODE_WP));
	} else if (sscanf(text, "uffd_wp_resolve(%d, %d)", &a, &b) == 2) {
		put_status(uffd_writeprotect(a, b, 0));
	} else if (sscanf(text, "uffd_copy(%d, %d)", &a, &b) == 2) {
		put_status(uffd_copy(a, b));
	} else if (sscanf(text, "uffd_move(%d, %d)", &a, &b) == 2) {
		put_status(uffd_move(a, b));
	} else if (sscanf(text, "brk(%d)", &a) == 1) {
		put("@%ld", move_break(a));
	} else if (sscanf(text, "mbind(%d, %d, %d)", &a, &b, &c) == 3) {
		put_status(bind_memory(a, b, c));
	} else if ((got = sscanf(text, "set_anon_vma_name(%d, %d, %15[a-z])", &a, &b, name)) >= 2) {
		put_status(set_name(a, b, got == 3 ? name : NULL));
	} else if (sscanf(text, "read(%d)", &a) == 1) {
		put_access(read_page(a));
	} else if (sscanf(text, "write(%d, %d)", &a, &b) == 2) {
		put_access(write_page(a, b));
	} else if (!strcmp(text, "fork()")) {
		look_at_child();
		put_text("=0");
	} else if (!strcmp(text, "become_child()")) {
		become_child();
		put_text("=0");
	} else if (!strcmp(text, "touch_all()")) {
		touch_all();
	} else {
		return 0;
	}
	put_state();
	return 1;
}

/* The beginning of a file; returns 0 if it cannot be read. */
static int read_text(const char *path, char *text, size_t room)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n = fd < 0 ? -1 : read(fd, text, room - 1);

	if (fd >= 0)
		close(fd);
	if (n < 0)
		return 0;
	text[n] = 0;
	return 1;
}

/* Each page of the file holds its own number plus 1 and is in the page cache. */
static void make_file(void)
{
	struct stat st;

	file_fd = memfd_create("conform", MFD_CLOEXEC);
	if (file_fd < 0 || ftruncate(file_fd, (off_t)file_pages * page_size))
		_exit(NO_FILE);
	for (int i = 0; i < file_pages; i++) {
		char value = (char)(i + 1);
		if (pwrite(file_fd, &value, 1, (off_t)i * page_size) != 1)
			_exit(NO_FILE);
	}
	if (fstat(file_fd, &st))
		_exit(NO_FILE);
	file_inode = st.st_ino;
}

/* The size of a huge page, 0 if there are none. */
static long huge_page(void)
{
	char text[32];

	return read_text("/sys/kernel/mm/transparent_hugepage/hpage_pmd_size", text, sizeof(text)) ?
	       atol(text) : 0;
}

static void run_sequence(char *calls)
{
	static const char large[] = "large ";
	char *save;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (strncmp(calls, large, sizeof(large) - 1)) {
		prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0);
	} else {
		calls += sizeof(large) - 1;
		page_size = huge_page() / pages;
	}
	alarm(20);
	open_proc();
	make_file();
	move_heap();
	open_uffd();
	for (char *call = strtok_r(calls, ";", &save); call; call = strtok_r(NULL, ";", &save))
		if (!make_call(call))
			_exit(BAD_CALL);
	_exit(0);
}

/* Takes the place of what it is the hash of. */
static void put_digest(void)
{
	uint64_t hash = 0xcbf29ce484222325;

	for (size_t i = 0; i < report->used; i++)
		hash = (hash ^ (unsigned char)report->text[i]) * 0x100000001b3;
	report->used = 0;
	put("%016llx\n", (unsigned long long)hash);
}

/* Whether the heap can be moved, tried where it does no harm. */
static int heap_can_move(void)
{
	int status;
	pid_t pid = fork();

	if (pid == 0)
		_exit(move_heap() != 0);
	return pid > 0 && waitpid(pid, &status, 0) == pid && status == 0;
}

/* Whether a page becomes a huge one if that is asked for, and not by itself. */
static int makes_huge_pages(void)
{
	char text[64];
	long size = huge_page();
	int made;

	if (!size || size % pages || size / pages < base_page ||
	    !read_text("/sys/kernel/mm/transparent_hugepage/enabled", text, sizeof(text)) ||
	    strstr(text, "[always]"))
		return 0;
	char *at = mmap(window, size, PROT_READ | PROT_WRITE,
			MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
	if (at == MAP_FAILED)
		return 0;
	*(volatile char *)at = 1;
	made = madvise(at, size, MADV_COLLAPSE) == 0;
	munmap(at, size);
	return made;
}

/* Whether a page that was only read is not the process's own; `p` is one that nobody touched. */
static int has_zero_page(const char *p)
{
	static char text[4096];
	const char *anonymous;

	(void)*(const volatile char *)p;
	if (!read_text("/proc/self/smaps", text, sizeof(text)))
		return 1;
	anonymous = strstr(text, "\nAnonymous:");
	return !anonymous || strtol(anonymous + sizeof("\nAnonymous:") - 1, NULL, 10) == 0;
}

/* What the first line tells: what this kernel can do of what is compared. */
static void introduce(void)
{
	char *p = mmap(window, page_size, PROT_READ | PROT_WRITE,
		       MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
	int mapped = p == window;
	int guards = 0, flag = 0, marker = 0, names = 0, nodes = 0, seals = 0, uffd = 0, moves = 0;
	int zero = 1;
	struct utsname name;

	if (mapped) {
		open_proc();
		zero = has_zero_page(p);
		madvise(p, page_size, MADV_DONTNEED);
		guards = madvise(p, page_size, MADV_GUARD_INSTALL) == 0;
		read_vmas();
		read_pagemap();
		flag = vma_count == 1 && strstr(vmas[0].flags, "gu") != NULL;
		marker = page_state(0) == 'G';
		names = set_name(0, 1, "x") == 0;
		nodes = bind_memory(0, 1, MPOL_DEFAULT) == 0;
		seals = seal(0, 0) == 0;
		madvise(p, page_size, MADV_DONTNEED);
		uffd = open_uffd() == 0 && uffd_register(0, 1, UFFDIO_REGISTER_MODE_WP) == 0;
		moves = uffd && uffd_features & UFFD_MOVES;
		munmap(p, page_size);
		close_proc();
	}
	if (uname(&name))
		strcpy(name.release, "unknown");
	printf("ready kernel=%s pagesize=%ld window=%d guards=%d gu=%d marker=%d names=%d nodes=%d "
	       "seals=%d heap=%d uffd=%d move=%d huge=%d zero=%d\n",
	       name.release, page_size, mapped, guards, flag, marker, names, nodes,
	       seals, heap_can_move(), uffd, moves, makes_huge_pages(), zero);
	fflush(stdout);
}

int main(int argc, char **argv)
{
	char *line = NULL;
	size_t room = 0;
	ssize_t length;
	pid_t parent = getppid();
	struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_NODEFER};

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		return ORPHANED;
	if (argc != 3)
		return BAD_ARGUMENTS;
	pages = atoi(argv[1]);
	file_pages = atoi(argv[2]);
	if (pages < 1 || pages > MAX_PAGES || file_pages < 0 || file_pages > MAX_PAGES)
		return BAD_ARGUMENTS;
	base_page = sysconf(_SC_PAGESIZE);
	page_size = base_page;
	report = mmap(NULL, sizeof(*report), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (report == MAP_FAILED)
		return NO_MEMORY;
	sigaction(SIGSEGV, &action, NULL);
	sigaction(SIGBUS, &action, NULL);
	fcntl(STDOUT_FILENO, F_SETPIPE_SZ, 1 << 20);
	introduce();

	while ((length = getline(&line, &room, stdin)) > 0) {
		int id, at = 0, status;
		int brief = !strncmp(line, "sum", 3);

		if (line[length - 1] == '\n')
			line[length - 1] = 0;
		if (!brief && strncmp(line, "run", 3))
			return BAD_REQUEST;
		if (sscanf(line + 3, " %d %n", &id, &at) != 1 || !at)
			return BAD_REQUEST;
		printf("begin %d\n", id);
		report->used = 0;
		pid_t pid = fork();
		if (pid < 0)
			return NO_FORK;
		if (pid == 0)
			run_sequence(line + 3 + at);
		while (waitpid(pid, &status, 0) < 0)
			;
		if (brief && !status)
			put_digest();
		if (WIFSIGNALED(status))
			put("\ndied %d signal %d\n", id, WTERMSIG(status));
		else if (WEXITSTATUS(status))
			put("\ndied %d status %d\n", id, WEXITSTATUS(status));
		else
			put("end %d\n", id);
		if (fwrite(report->text, 1, report->used, stdout) != report->used || fflush(stdout))
			break;
	}
	return 0;
}
