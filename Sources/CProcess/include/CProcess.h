#ifndef CPROCESS_H
#define CPROCESS_H

#include <sys/types.h>

/* What `main` was called with; 0 and NULL where the C library does not say. */
int cprocess_argument_count(void);
char **cprocess_arguments(void);

/* From now on a crash of the program, which is how running out of memory ends, removes what is watched and ends the
   process with `code` and `message` instead of a signal. A signal that asks the process to end removes what is watched
   and ends it as that signal does. */
void cprocess_end_crashes(int code, const char *message, const char *memory_message);

/* Watches the files of a folder whose names begin with `prefix` and hold `part`; with `whole` the folder goes too.
   Returns a number for `cprocess_forget`, or -1 where there is no room for more. */
int cprocess_watch(const char *folder, const char *prefix, const char *part, int whole);
void cprocess_forget(int number);

/* Whether what a command has started becomes a child of this process when its own parent ends, also where it made itself
   a session of its own; on Linux only. */
void cprocess_adopt_orphans(int wanted);

/* Removes what is watched now, as a crash would; for a thread that is about to end the process. */
void cprocess_sweep(void);

/* Starts `/bin/sh -c command` in a process group of its own, its standard input being `input`, with no descriptors but
   that and those of output and messages. With `groups` not NULL it runs as that user and those groups, or not at all
   (exit code 126); with `environment` not NULL it has that instead of this process's. Returns 0, or what `errno` was. */
int cprocess_start(const char *command, int input, uid_t user, gid_t group, const gid_t *groups, int group_count,
                   char *const *environment, pid_t *child);

#endif
