/* mseal(2), of 6.10, by its number, as not every C library has it. 0, or -1. */
enum { SYS_MSEAL = 462 };

static int seal(int start, int length)
{
	return (int)syscall(SYS_MSEAL, page(start), bytes(length), 0);
}
