#define _GNU_SOURCE
#include "CProcess.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

/* The arguments. Swift's own list of them is read from /proc/self/cmdline, which need not be there. */

static int argument_count;
static char **arguments;

#if defined(__GLIBC__) || defined(__APPLE__)
/* These C libraries hand constructors what they hand `main`. */
__attribute__((constructor)) static void keep_arguments(int count, char **values) {
  argument_count = count;
  arguments = values;
}
#endif

int cprocess_argument_count(void) { return argument_count; }
char **cprocess_arguments(void) { return arguments; }

/* Crashes. Everything below `on_crash` has to do without memory and without locks. */

enum { WATCHES = 64 };
struct watch {
  char *folder, *prefix, *part;
  int whole;
  volatile int used;
};
static struct watch watches[WATCHES];
static int crash_code = 70;
static const char *crash_message = "";
static const char *crash_memory_message = "";

int cprocess_watch(const char *folder, const char *prefix, const char *part, int whole) {
  for (int i = 0; i < WATCHES; i++) {
    struct watch *watch = &watches[i];
    /* 2: being filled in or given up; nobody else touches it meanwhile. */
    if (!__sync_bool_compare_and_swap(&watch->used, 0, 2)) continue;
    watch->folder = strdup(folder);
    watch->prefix = strdup(prefix);
    watch->part = strdup(part);
    watch->whole = whole;
    if (!watch->folder || !watch->prefix || !watch->part) {
      free(watch->folder);
      free(watch->prefix);
      free(watch->part);
      watch->used = 0;
      return -1;
    }
    __sync_synchronize();
    watch->used = 1;
    return i;
  }
  return -1;
}

void cprocess_forget(int number) {
  if (number < 0 || number >= WATCHES) return;
  struct watch *watch = &watches[number];
  if (!__sync_bool_compare_and_swap(&watch->used, 1, 2)) return;
  free(watch->folder);
  free(watch->prefix);
  free(watch->part);
  __sync_synchronize();
  watch->used = 0;
}

static int is_watched(const struct watch *watch, const char *name) {
  if (name[0] == '.' && (name[1] == 0 || (name[1] == '.' && name[2] == 0))) return 0;
  return strncmp(name, watch->prefix, strlen(watch->prefix)) == 0 && strstr(name, watch->part) != NULL;
}

/* Removes files once; returns how many there were. */
static int sweep(const struct watch *watch) {
  int removed = 0;
  int folder = open(watch->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
  if (folder < 0) return 0;
#ifdef __linux__
  struct entry {
    uint64_t number;
    int64_t offset;
    unsigned short size;
    unsigned char kind;
    char name[];
  };
  static char buffer[1 << 14] __attribute__((aligned(8)));
  long count;
  while ((count = syscall(SYS_getdents64, folder, buffer, sizeof buffer)) > 0) {
    for (long at = 0; at < count;) {
      const struct entry *entry = (const struct entry *)(buffer + at);
      if (is_watched(watch, entry->name) && unlinkat(folder, entry->name, 0) == 0) removed++;
      at += entry->size;
    }
  }
#else
  DIR *stream = fdopendir(folder);
  struct dirent *entry;
  while (stream && (entry = readdir(stream)))
    if (is_watched(watch, entry->d_name) && unlinkat(folder, entry->d_name, 0) == 0) removed++;
#endif
  close(folder);
  return removed;
}

static void say(const char *text) {
  if (write(2, text, strlen(text)) < 0) return;
}

/* Removes all that is watched. Another thread that is at it ends the process. */
static void sweep_all(void) {
  static volatile int busy;
  if (!__sync_bool_compare_and_swap(&busy, 0, 1))
    for (;;) pause();
  /* Other threads may go on meanwhile and make files: looked at again until there is none. */
  for (int round = 0; round < 10; round++) {
    int removed = 0;
    for (int i = 0; i < WATCHES; i++)
      if (watches[i].used == 1) removed += sweep(&watches[i]);
    if (removed == 0) break;
  }
  for (int i = 0; i < WATCHES; i++)
    if (watches[i].used == 1 && watches[i].whole) rmdir(watches[i].folder);
}

void cprocess_sweep(void) { sweep_all(); }

/* Asked to end: where nobody else waits for these signals, see `Termination`. */
static void on_end(int number) {
  sigset_t own;
  sweep_all();
  signal(number, SIG_DFL);
  sigemptyset(&own);
  sigaddset(&own, number);
  sigprocmask(SIG_UNBLOCK, &own, NULL);
  raise(number);
  _exit(128 + number);
}

static void on_crash(int number) {
  int is_memory = errno == ENOMEM;
  (void)number;
  sweep_all();
  say(is_memory ? crash_memory_message : crash_message);
  _exit(crash_code);
}

/* What Swift's and C++'s libraries say when memory runs out: a line of bytes and alignments, and a trace of calls that
   tells nobody anything. They write it to `stderr`, which this program itself does not use; from there on it is kept
   back, so that the one sentence of `on_crash` is left. What they say of any other crash is passed on. */

#ifdef __linux__
static ssize_t pass_on(void *nothing, const char *text, size_t size) {
  static const char *const signs[] = {"Fatal error: failed to allocate", "Fatal error: out of memory",
                                      "instance of 'std::bad_alloc'"};
  static volatile int is_kept_back;
  (void)nothing;
  for (unsigned i = 0; i < sizeof signs / sizeof *signs; i++)
    if (memmem(text, size, signs[i], strlen(signs[i]))) is_kept_back = 1;
  if (!is_kept_back && write(2, text, size) < 0) return 0;
  return (ssize_t)size;
}

static void keep_back_memory_traces(void) {
  FILE *filtered = fopencookie(NULL, "w", (cookie_io_functions_t){.write = pass_on});
  if (!filtered) return;
  setvbuf(filtered, NULL, _IONBF, 0);
  stderr = filtered;
}
#else
static void keep_back_memory_traces(void) {}
#endif

/* Too little address space. A thread for whose stack there is no room is waited for by libdispatch for ever, which tries
   again each second and says nothing. So where the space is limited, somebody looks every two seconds: a program that
   stands still, three times in a row, and has no room for a stack is ended as one that ran out of memory. libdispatch
   waits with nearly all signals blocked; SIGPROF, which is for profilers, is one of the few that still come. */

#ifdef __linux__
enum { TICK = 2, TICKS = 3, IDLE_MILLISECONDS = 20 };
static size_t stack_size;

static void on_tick(int number) {
  static int starved;
  static long long used_before;
  int error = errno;
  struct timespec now = {0};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  long long used = now.tv_sec * 1000LL + now.tv_nsec / 1000000;
  void *room = mmap(NULL, stack_size, PROT_NONE, MAP_PRIVATE | MAP_ANON, -1, 0);
  if (room != MAP_FAILED) munmap(room, stack_size);
  starved = room != MAP_FAILED || used - used_before > IDLE_MILLISECONDS ? 0 : starved + 1;
  used_before = used;
  if (starved >= TICKS) {
    errno = ENOMEM;
    on_crash(number);
  }
  errno = error;
}

static void watch_address_space(void) {
  timer_t timer;
  struct sigevent event;
  struct rlimit space, stack;
  if (getrlimit(RLIMIT_AS, &space) != 0 || space.rlim_cur == RLIM_INFINITY) return;
  stack_size = getrlimit(RLIMIT_STACK, &stack) == 0 && stack.rlim_cur < ((rlim_t)1 << 30) ? (size_t)stack.rlim_cur
                                                                                          : (size_t)2 << 20;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_tick;
  action.sa_flags = SA_RESTART | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  if (sigaction(SIGPROF, &action, NULL) != 0) return;
  memset(&event, 0, sizeof event);
  event.sigev_notify = SIGEV_SIGNAL;
  event.sigev_signo = SIGPROF;
  if (timer_create(CLOCK_MONOTONIC, &event, &timer) != 0) return;
  struct itimerspec every = {{TICK, 0}, {TICK, 0}};
  timer_settime(timer, 0, &every, NULL);
}
#else
static void watch_address_space(void) {}
#endif

void cprocess_end_crashes(int code, const char *message, const char *memory_message) {
  static char stack[1 << 16];
  stack_t other = {.ss_sp = stack, .ss_size = sizeof stack};
  struct sigaction action;
  const int signals[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
  const int ends[] = {SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGXCPU};
  crash_code = code;
  crash_message = strdup(message);
  crash_memory_message = strdup(memory_message);
  if (!crash_message || !crash_memory_message) crash_message = crash_memory_message = "";
  /* A stack that has no room left has none for the handler either. */
  sigaltstack(&other, NULL);
  memset(&action, 0, sizeof action);
  action.sa_handler = on_crash;
  action.sa_flags = SA_ONSTACK | SA_NODEFER;
  sigemptyset(&action.sa_mask);
  for (unsigned i = 0; i < sizeof signals / sizeof *signals; i++) sigaction(signals[i], &action, NULL);
  action.sa_handler = on_end;
  /* A second one waits for the first. */
  action.sa_flags = SA_ONSTACK;
  for (unsigned i = 0; i < sizeof ends / sizeof *ends; i++) sigaddset(&action.sa_mask, ends[i]);
  for (unsigned i = 0; i < sizeof ends / sizeof *ends; i++) {
    struct sigaction before;
    /* What the process was started to ignore, as nohup does, it goes on to ignore. */
    if (sigaction(ends[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN) sigaction(ends[i], &action, NULL);
  }
  keep_back_memory_traces();
  watch_address_space();
}

/* Commands of the user's. */

void cprocess_adopt_orphans(int wanted) {
#ifdef __linux__
  prctl(PR_SET_CHILD_SUBREAPER, wanted, 0, 0, 0);
#else
  (void)wanted;
#endif
}

/* Descriptors that this process was itself started with, or opened, are none of the command's business. */
static void close_others(void) {
#ifdef SYS_close_range
  if (syscall(SYS_close_range, 3, ~0U, 0) == 0) return;
#endif
  struct rlimit files;
  int end = getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < 65536 ? (int)files.rlim_cur : 65536;
  for (int i = 3; i < end; i++) close(i);
}

int cprocess_start(const char *command, int input, uid_t user, gid_t group, const gid_t *groups, int group_count,
                   char *const *environment, pid_t *child) {
  pid_t made = fork();
  if (made < 0) return errno;
  if (made > 0) {
    setpgid(made, made);
    *child = made;
    return 0;
  }
  sigset_t none;
  sigemptyset(&none);
  setpgid(0, 0);
  signal(SIGPIPE, SIG_DFL);
  signal(SIGXFSZ, SIG_DFL);
  sigprocmask(SIG_SETMASK, &none, NULL);
  if (dup2(input, 0) < 0) _exit(126);
  if (groups && (setgroups(group_count, groups) != 0 || setgid(group) != 0 || setuid(user) != 0)) _exit(126);
  close_others();
  if (environment) {
    execle("/bin/sh", "sh", "-c", command, (char *)NULL, environment);
  } else {
    execl("/bin/sh", "sh", "-c", command, (char *)NULL);
  }
  _exit(127);
}
