/* The heap of this process, in the window. */

/*
 * Moves it there, empty. The kernel wants the program's data before it, which need not be there.
 * The C library must not ask for memory any more.
 */
static int move_heap(void)
{
	uint64_t start = (unsigned long)window, before = start - page_size;
	struct prctl_mm_map map = {
		.start_code = before - page_size, .end_code = before,
		.start_data = before, .end_data = before,
		.start_brk = start, .brk = start, .start_stack = before,
		.arg_start = before, .arg_end = before, .env_start = before, .env_end = before,
		.exe_fd = (uint32_t)-1,
	};

	return prctl(PR_SET_MM, PR_SET_MM_MAP, &map, sizeof(map), 0);
}

/* brk(2): before which page the heap ends then, which is the new end or the old one. */
static long move_break(int at)
{
	long end = syscall(SYS_brk, page(at));

	return (end - (long)window) / page_size;
}
