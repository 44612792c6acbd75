/*
 * The first process of a guest: runs the programs /t/0, /t/1, ... one after another, each with the
 * arguments that /t/N.args has and with /t/N.in, or else the line, as its standard input, and ends
 * the guest. The line gets `@boot`, and all that they print, between `@begin N` and `@end N STATUS`.
 *
 * Huge pages are made where they are asked for, and not of whatever is large enough.
 *
 * The line is a virtio port: a serial line would cost an interrupt for every few bytes.
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

#define PORT "/dev/vport0p1"

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

/* Nothing to be done about it where there is no such file. */
static void write_to(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY);

	if (fd >= 0 && write(fd, text, strlen(text)) < 0)
		perror(path);
	close(fd);
}

static void end(void)
{
	fflush(stdout);
	tcdrain(1);
	sync();
	reboot(RB_AUTOBOOT);
}

/* The host adds the port a moment after the driver is there. */
static int open_port(void)
{
	int driver = access("/sys/bus/virtio/drivers/virtio_console", F_OK) == 0;
	int fd = open(PORT, O_RDWR);

	for (int tries = 0; driver && fd < 0 && tries < 200; tries++) {
		usleep(10000);
		fd = open(PORT, O_RDWR);
	}
	return fd;
}

static void open_line(void)
{
	int fd = open_port();

	if (fd < 0) {
		dup2(open("/dev/console", O_WRONLY), 1);
		printf("guest-init: no " PORT ": it takes a kernel with CONFIG_VIRTIO_PCI=y and "
		       "CONFIG_VIRTIO_CONSOLE=y\n");
		end();
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
	write_to("/sys/kernel/mm/transparent_hugepage/enabled", "madvise");
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
	end();
	return 0;
}
