/*
 * The first process of a guest: runs the programs /t/0, /t/1, ... one after another, each with the
 * arguments that /t/N.args has and with /t/N.in as its standard input, and ends the guest. The
 * second serial line gets `@boot`, and all that they print, between `@begin N` and `@end N STATUS`.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

enum { MOST_ARGUMENTS = 32 };

static void run(const char *program, const char *arguments, const char *input)
{
	char text[512] = "";
	char *words[MOST_ARGUMENTS + 2] = {(char *)program};
	int n = 1, fd = open(arguments, O_RDONLY);

	if (fd >= 0 && read(fd, text, sizeof(text) - 1) >= 0)
		for (char *word = strtok(text, " \n"); word && n <= MOST_ARGUMENTS;
		     word = strtok(NULL, " \n"))
			words[n++] = word;
	fd = open(input, O_RDONLY);
	if (fd >= 0)
		dup2(fd, 0);
	execv(program, words);
	_exit(127);
}

static void open_line(void)
{
	struct termios raw;
	int fd = open("/dev/ttyS1", O_RDWR | O_NOCTTY);

	if (fd < 0)
		return;
	if (!tcgetattr(fd, &raw)) {
		cfmakeraw(&raw);
		tcsetattr(fd, TCSANOW, &raw);
	}
	dup2(fd, 0);
	dup2(fd, 1);
	dup2(fd, 2);
}

int main(void)
{
	char program[32], arguments[40], input[40];

	mkdir("/proc", 0755);
	mkdir("/sys", 0755);
	mkdir("/dev", 0755);
	mount("proc", "/proc", "proc", 0, NULL);
	mount("sysfs", "/sys", "sysfs", 0, NULL);
	mount("devtmpfs", "/dev", "devtmpfs", 0, NULL);
	open_line();
	printf("@boot\n");
	fflush(stdout);
	for (int i = 0;; i++) {
		int status = 0;
		pid_t pid;

		snprintf(program, sizeof(program), "/t/%d", i);
		snprintf(arguments, sizeof(arguments), "/t/%d.args", i);
		snprintf(input, sizeof(input), "/t/%d.in", i);
		if (access(program, X_OK))
			break;
		printf("@begin %d\n", i);
		fflush(stdout);
		pid = fork();
		if (pid == 0)
			run(program, arguments, input);
		while (pid > 0 && waitpid(pid, &status, 0) != pid)
			;
		printf("@end %d %d\n", i, WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
		fflush(stdout);
	}
	tcdrain(1);
	sync();
	reboot(RB_AUTOBOOT);
	return 0;
}
