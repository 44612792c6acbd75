/*
 * The threads take turns on purpose. A turn ends where its thread comes to a function of the kernel
 * (or leaves it), or where its calls have returned; then the thread of the next turn runs, and the
 * first one is held where it is, inside the kernel, until its own next turn.
 *
 * What holds it is a BPF program on a kprobe: it looks whose turn it is, and spins as long as it is
 * another's. At the entry of a function interrupts are on there, so the other processor's requests
 * to flush TLBs are answered; preemption is off. No thread is held for long, as the other one may
 * be waiting for what it has: then the plan is given up for this round.
 *
 * The program has, beside this, `plan`, TURNS and STOPS.
 */
#ifndef BPF_JCOND
#define BPF_JCOND 0xe0
#endif

enum { LONGEST_HOLD_MS = 100, PATIENCE = 3, NEVER_CAME = TURNS + 1 };

/* Where a turn may end: at the entry of a function, or past it. */
struct stop {
	const char *function;
	int past;
};

/* The stops are in the order in which they are tried; none is the end of the thread's calls. */
struct turn {
	int thread;
	struct stop stops[STOPS];
};

static const struct turn plan[TURNS];

/* Shared with the programs on kprobes. */
struct drive {
	uint64_t turn;			/* that is being taken */
	uint64_t given_up;		/* 1 + the turn whose thread was held for too long, or NEVER_CAME */
	uint64_t stuck;			/* the turn that was being taken then */
	uint64_t tid[THREADS + 1];	/* one more is of what comes before the threads */
};

static volatile struct drive *drive;
static int drive_map;

/* How it goes with a turn: its present stop, what is attached there, and what went wrong there. */
static struct driven {
	int stop, program, probe, failures;
	long held_too_long, never_came, stuck;
} driven[TURNS];
static long driven_rounds, followed_rounds;

static long bpf(int command, union bpf_attr *attr)
{
	return syscall(SYS_bpf, command, attr, sizeof(*attr));
}

static const struct stop *stop_of(int turn)
{
	return &plan[turn].stops[driven[turn].stop];
}

/* Whether a turn ends with the calls of its thread. */
static int is_last(int turn)
{
	return !plan[turn].stops[0].function;
}

static int next_turn(int thread, int after)
{
	do
		after++;
	while (after < TURNS && plan[after].thread != thread);
	return after;
}

#define INSN(op, to, from, where, number) \
	((struct bpf_insn){.code = (op), .dst_reg = (to), .src_reg = (from), .off = (where), \
			   .imm = (int)(number)})
#define LOAD(to, member) \
	INSN(BPF_LDX | BPF_MEM | BPF_DW, to, BPF_REG_6, offsetof(struct drive, member), 0)
#define STORE(number, member) \
	INSN(BPF_ST | BPF_MEM | BPF_DW, BPF_REG_6, 0, offsetof(struct drive, member), number)
#define MOVE(to, from) INSN(BPF_ALU64 | BPF_MOV | BPF_X, to, from, 0, 0)
#define JUMP(op, reg, number, where) INSN(BPF_JMP | (op) | BPF_K, reg, 0, where, number)
#define JUMP_REG(op, reg, other, where) INSN(BPF_JMP | (op) | BPF_X, reg, other, where, 0)
#define CALL(function) INSN(BPF_JMP | BPF_CALL, 0, 0, 0, BPF_FUNC_##function)

/* The program that ends a turn, and holds its thread until the next one that it has. */
static int load_program(int turn)
{
	const struct bpf_insn program[] = {
		INSN(BPF_LD | BPF_IMM | BPF_DW, BPF_REG_6, BPF_PSEUDO_MAP_VALUE, 0, drive_map),
		INSN(0, 0, 0, 0, 0),
		/* nothing is done for another thread, or in another turn */
		CALL(get_current_pid_tgid),
		INSN(BPF_ALU | BPF_MOV | BPF_X, BPF_REG_0, BPF_REG_0, 0, 0),
		LOAD(BPF_REG_1, tid[plan[turn].thread]),
		JUMP_REG(BPF_JNE, BPF_REG_0, BPF_REG_1, 19),
		LOAD(BPF_REG_1, turn),
		JUMP(BPF_JNE, BPF_REG_1, turn, 17),
		STORE(turn + 1, turn),
		CALL(ktime_get_ns),
		MOVE(BPF_REG_7, BPF_REG_0),
		INSN(BPF_ALU64 | BPF_ADD | BPF_K, BPF_REG_7, 0, 0, LONGEST_HOLD_MS * 1000000),
		/* spin: until it is this thread's turn, the plan is given up, or time is over */
		INSN(BPF_JMP | BPF_JCOND, 0, 0, 6, 0),
		LOAD(BPF_REG_1, turn),
		JUMP(BPF_JGE, BPF_REG_1, next_turn(plan[turn].thread, turn), 10),
		LOAD(BPF_REG_1, given_up),
		JUMP(BPF_JNE, BPF_REG_1, 0, 8),
		CALL(ktime_get_ns),
		JUMP_REG(BPF_JLT, BPF_REG_0, BPF_REG_7, -7),
		LOAD(BPF_REG_1, given_up),
		JUMP(BPF_JNE, BPF_REG_1, 0, 4),
		LOAD(BPF_REG_1, turn),
		JUMP(BPF_JGE, BPF_REG_1, next_turn(plan[turn].thread, turn), 2),
		INSN(BPF_STX | BPF_MEM | BPF_DW, BPF_REG_6, BPF_REG_1,
		     offsetof(struct drive, stuck), 0),
		STORE(turn + 1, given_up),
		INSN(BPF_ALU64 | BPF_MOV | BPF_K, BPF_REG_0, 0, 0, 0),
		INSN(BPF_JMP | BPF_EXIT, 0, 0, 0, 0),
	};
	union bpf_attr attr = {
		.prog_type = BPF_PROG_TYPE_KPROBE,
		.insns = (uintptr_t)program,
		.insn_cnt = sizeof(program) / sizeof(program[0]),
		.license = (uintptr_t)"Dual MIT/GPL",
	};
	int fd = bpf(BPF_PROG_LOAD, &attr);

	if (fd < 0)
		skip(errno == EPERM ? "to drive takes the right to load BPF programs"
				    : "this kernel does not take the BPF program that holds threads");
	return fd;
}

static int kprobe_type(void)
{
	char text[16] = "";
	int fd = open("/sys/bus/event_source/devices/kprobe/type", O_RDONLY | O_CLOEXEC);

	if (fd < 0 || read(fd, text, sizeof(text) - 1) <= 0)
		skip("this kernel has no kprobes for perf");
	close(fd);
	return atoi(text);
}

/* A compiler that changed a function's parameters has changed its name as well. */
static int open_probe(const struct stop *at)
{
	static const char *const suffixes[] = {"", ".isra.0", ".constprop.0", ".constprop.0.isra.0"};
	char name[128];
	struct perf_event_attr attr = {
		.type = kprobe_type(),
		.size = sizeof(attr),
		.config = at->past,
		.kprobe_func = (uintptr_t)name,
	};
	int fd = -1;

	for (size_t i = 0; fd < 0 && i < sizeof(suffixes) / sizeof(suffixes[0]); i++) {
		snprintf(name, sizeof(name), "%s%s", at->function, suffixes[i]);
		fd = syscall(SYS_perf_event_open, &attr, -1, 0, -1, PERF_FLAG_FD_CLOEXEC);
		if (fd < 0 && (errno == EPERM || errno == EACCES))
			skip("to drive takes the right to set kprobes");
	}
	return fd;
}

/* At the first stop from the present one on that this kernel has as a function; 0 if none is left. */
static int attach(int turn)
{
	struct driven *d = &driven[turn];

	for (; d->stop < STOPS && stop_of(turn)->function; d->stop++) {
		d->probe = open_probe(stop_of(turn));
		if (d->probe < 0)
			continue;
		if (!ioctl(d->probe, PERF_EVENT_IOC_SET_BPF, d->program) &&
		    !ioctl(d->probe, PERF_EVENT_IOC_ENABLE, 0))
			return 1;
		close(d->probe);
	}
	return 0;
}

static void put_stop(int turn)
{
	const struct stop *at = stop_of(turn);

	if (is_last(turn))
		printf("P%d to end", plan[turn].thread);
	else
		printf("P%d %s %s", plan[turn].thread, at->past ? "past" : "to", at->function);
}

static void end_round(void);
static void take_turns(int thread);

static void report_drive(void)
{
	if (getpid() != first_process)
		return;
	end_round();
	printf("# drive ");
	for (int turn = 0; turn < TURNS; turn++) {
		put_stop(turn);
		printf(turn < TURNS - 1 ? ", " : "\n");
	}
	printf("# followed %ld of %ld rounds\n", followed_rounds, driven_rounds);
	for (int turn = 0; turn < TURNS; turn++) {
		if (driven[turn].held_too_long) {
			printf("# not followed in %ld rounds, while held: ", driven[turn].held_too_long);
			put_stop(turn);
			printf("; what did not end: ");
			put_stop((int)driven[turn].stuck);
			printf("\n");
		}
		if (driven[turn].never_came) {
			printf("# not followed in %ld rounds, never came there: ",
			       driven[turn].never_came);
			put_stop(turn);
			printf("\n");
		}
	}
}

static void open_drive(void)
{
	union bpf_attr attr = {
		.map_type = BPF_MAP_TYPE_ARRAY,
		.key_size = sizeof(int),
		.value_size = sizeof(struct drive),
		.max_entries = 1,
		.map_flags = BPF_F_MMAPABLE,
	};
	static char why[200];
	cpu_set_t processors;

	if (sched_getaffinity(0, sizeof(processors), &processors) ||
	    CPU_COUNT(&processors) < THREADS)
		skip("to drive takes a processor for each thread");
	drive_map = bpf(BPF_MAP_CREATE, &attr);
	if (drive_map < 0)
		skip("to drive takes the right to use BPF");
	drive = mmap(NULL, sizeof(*drive), PROT_READ | PROT_WRITE, MAP_SHARED, drive_map, 0);
	if (drive == MAP_FAILED)
		skip("a BPF map cannot be mapped");
	for (int turn = 0; turn < TURNS; turn++) {
		if (is_last(turn))
			continue;
		driven[turn].program = load_program(turn);
		if (!attach(turn)) {
			snprintf(why, sizeof(why), "this kernel has no function %s to hold P%d at",
				 plan[turn].stops[0].function, plan[turn].thread);
			skip(why);
		}
	}
	in_place_of = take_turns;
	atexit(report_drive);
}

/* A turn that fails at one stop several times in a row is given the next one, if there is one. */
static void failed(int turn)
{
	struct driven *d = &driven[turn];
	int stop = d->stop;

	if (++d->failures < PATIENCE)
		return;
	d->failures = 0;
	close(d->probe);
	d->stop++;
	if (!attach(turn)) {
		d->stop = stop;
		attach(turn);
	}
}

/* Counts the round that is over. */
static void end_round(void)
{
	if (!driven_rounds)
		return;
	if (drive->given_up == NEVER_CAME) {
		driven[drive->turn].never_came++;
		failed((int)drive->turn);
	} else if (drive->given_up) {
		driven[drive->given_up - 1].held_too_long++;
		driven[drive->given_up - 1].stuck = (long)drive->stuck;
		failed((int)drive->given_up - 1);
	} else {
		followed_rounds++;
		for (int turn = 0; turn < TURNS; turn++)
			driven[turn].failures = 0;
	}
}

static void begin_round(void)
{
	if (!drive)
		open_drive();
	end_round();
	driven_rounds++;
	drive->given_up = 0;
	drive->turn = 0;
}

/* It is the caller whose turns these are. */
static void take_turns(int thread)
{
	drive->tid[thread] = syscall(SYS_gettid);
}

static void await_turn(int thread)
{
	int first = next_turn(thread, -1);

	take_turns(thread);
	while (drive->turn < (uint64_t)first && !drive->given_up)
		;
}

/* The thread's calls have returned. */
static void end_turn(int thread)
{
	int turn = (int)drive->turn;

	/* What its caller does between the rounds is in nobody's turn. */
	drive->tid[thread] = 0;
	if (turn == TURNS || plan[turn].thread != thread || drive->given_up)
		return;
	if (is_last(turn))
		drive->turn++;
	else
		drive->given_up = NEVER_CAME;
}
