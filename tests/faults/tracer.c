/* SPDX-License-Identifier: GPL-3.0-or-later */

/* With ptrace, so that every call is seen, whichever library makes it, and nothing of the program has to know. The part
 * that is watched lies between two calls that mean nothing.
 */

#include "tracer.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

/* No file has such a descriptor. */
#define BEGIN_MARK -19781
#define END_MARK   -19782

void
tracer_begin (void)
{
  syscall (SYS_close, BEGIN_MARK);
}

void
tracer_end (void)
{
  syscall (SYS_close, END_MARK);
}

#ifdef __x86_64__

typedef struct user_regs_struct Registers;

static long
get_call (const Registers *registers)
{
  return (long) registers->orig_rax;
}

static gboolean
is_write (long call)
{
  return call == SYS_write || call == SYS_pwrite64;
}

static gboolean
is_read (long call)
{
  return call == SYS_read || call == SYS_pread64;
}

/* What gives memory, time or peace between threads fails in other ways than disks do. */
static gboolean
concerns_files (long call)
{
  static const long others[] = {
    SYS_brk, SYS_mmap, SYS_munmap, SYS_mremap, SYS_madvise, SYS_mprotect, SYS_futex, SYS_rt_sigaction, SYS_rt_sigprocmask,
    SYS_clock_gettime, SYS_clock_nanosleep, SYS_gettimeofday, SYS_getpid, SYS_gettid, SYS_getuid, SYS_geteuid, SYS_getgid,
    SYS_getegid, SYS_sched_yield, SYS_prlimit64, SYS_exit, SYS_exit_group, SYS_getrandom, SYS_membarrier, SYS_rseq,
  };

  for (guint n = 0; n < G_N_ELEMENTS (others); n++)
    if (call == others[n])
      return FALSE;

  return TRUE;
}

static gboolean
changes_disk (long call)
{
  static const long changing[] = {
    SYS_write, SYS_pwrite64, SYS_fsync, SYS_fdatasync, SYS_rename, SYS_renameat, SYS_renameat2, SYS_ftruncate, SYS_fchmod,
    SYS_fchown, SYS_fsetxattr, SYS_mkdir, SYS_mkdirat, SYS_utimensat, SYS_fallocate, SYS_link, SYS_symlink,
  };

  for (guint n = 0; n < G_N_ELEMENTS (changing); n++)
    if (call == changing[n])
      return TRUE;

  return FALSE;
}

const char *
tracer_name_call (long call)
{
  static const struct { long call; const char *name; } names[] = {
    { SYS_read, "read" }, { SYS_write, "write" }, { SYS_open, "open" }, { SYS_openat, "openat" }, { SYS_close, "close" },
    { SYS_stat, "stat" }, { SYS_fstat, "fstat" }, { SYS_lstat, "lstat" }, { SYS_newfstatat, "newfstatat" },
    { SYS_fsync, "fsync" }, { SYS_fdatasync, "fdatasync" }, { SYS_rename, "rename" }, { SYS_unlink, "unlink" },
    { SYS_rmdir, "rmdir" }, { SYS_mkdir, "mkdir" }, { SYS_ftruncate, "ftruncate" }, { SYS_fchmod, "fchmod" },
    { SYS_fchown, "fchown" }, { SYS_flock, "flock" }, { SYS_getdents64, "getdents64" }, { SYS_readlink, "readlink" },
    { SYS_listxattr, "listxattr" }, { SYS_getxattr, "getxattr" }, { SYS_fsetxattr, "fsetxattr" },
    { SYS_faccessat2, "faccessat2" }, { SYS_access, "access" }, { SYS_utimensat, "utimensat" }, { SYS_brk, "brk" },
    { SYS_mmap, "mmap" }, { SYS_munmap, "munmap" }, { SYS_fcntl, "fcntl" }, { SYS_lseek, "lseek" },
    { SYS_getrandom, "getrandom" }, { SYS_futex, "futex" }, { SYS_geteuid, "geteuid" },
  };

  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    if (names[n].call == call)
      return names[n].name;

  return "another call";
}

static void
must (gboolean    fine,
      const char *what)
{
  if (!fine)
    g_error ("%s: %s", what, g_strerror (errno));
}

/* Lets the process go on to the next beginning or end of a call. Returns FALSE when it has ended instead. */
static gboolean
step (pid_t  child,
      int   *status)
{
  int signal_number = 0;

  for (;;)
    {
      must (ptrace (PTRACE_SYSCALL, child, NULL, (gpointer) (gintptr) signal_number) == 0, "ptrace");
      must (waitpid (child, status, 0) == child, "waitpid");
      if (!WIFSTOPPED (*status))
        return FALSE;
      if (WSTOPSIG (*status) == (SIGTRAP | 0x80))
        return TRUE;
      signal_number = WSTOPSIG (*status);
    }
}

static void
end (pid_t  child,
     int   *status)
{
  int signal_number = 0;

  for (;;)
    {
      must (ptrace (PTRACE_CONT, child, NULL, (gpointer) (gintptr) signal_number) == 0, "ptrace");
      must (waitpid (child, status, 0) == child, "waitpid");
      if (!WIFSTOPPED (*status))
        return;
      signal_number = WSTOPSIG (*status);
    }
}

static void
end_by_force (pid_t  child,
              int   *status)
{
  must (kill (child, SIGKILL) == 0, "kill");
  must (waitpid (child, status, 0) == child, "waitpid");
  g_assert_true (WIFSIGNALED (*status));
}

/* At the beginning of a call: it is not made, and fails. */
static gboolean
refuse (pid_t      child,
        Registers *registers,
        int        code,
        int       *status)
{
  registers->orig_rax = (unsigned long long) -1;
  must (ptrace (PTRACE_SETREGS, child, NULL, registers) == 0, "ptrace");
  if (!step (child, status))
    return FALSE;
  must (ptrace (PTRACE_GETREGS, child, NULL, registers) == 0, "ptrace");
  registers->rax = (unsigned long long) -code;
  must (ptrace (PTRACE_SETREGS, child, NULL, registers) == 0, "ptrace");

  return TRUE;
}

static gboolean
can_happen (const Fault     *fault,
            const Registers *registers)
{
  long call = get_call (registers);

  switch (fault->kind)
    {
    case FAULT_KILL:
      return TRUE;

    case FAULT_TORN:
      return is_write (call) && registers->rdx > 1;

    case FAULT_SHORT:
      return (is_write (call) || is_read (call)) && registers->rdx > 1;

    case FAULT_ERROR:
      return concerns_files (call);

    case FAULT_ERROR_STAYS:
      return changes_disk (call);

    default:
      g_assert_not_reached ();
    }
}

/* At the beginning of the call that is meant. */
static void
strike (pid_t        child,
        Registers   *registers,
        const Fault *fault,
        Trace       *trace)
{
  gboolean alive = TRUE;

  trace->end = TRACE_ENDED;
  switch (fault->kind)
    {
    case FAULT_KILL:
      end_by_force (child, &trace->status);
      trace->end = TRACE_KILLED;
      return;

    case FAULT_TORN:
    case FAULT_SHORT:
      registers->rdx /= 2;
      must (ptrace (PTRACE_SETREGS, child, NULL, registers) == 0, "ptrace");
      if (fault->kind == FAULT_TORN)
        {
          must (step (child, &trace->status), "a write");
          end_by_force (child, &trace->status);
          trace->end = TRACE_KILLED;
          return;
        }
      break;

    case FAULT_ERROR:
      alive = refuse (child, registers, fault->code, &trace->status);
      break;

    case FAULT_ERROR_STAYS:
      alive = refuse (child, registers, fault->code, &trace->status);
      while (alive && (alive = step (child, &trace->status)))
        {
          must (ptrace (PTRACE_GETREGS, child, NULL, registers) == 0, "ptrace");
          if (get_call (registers) == SYS_close && (int) registers->rdi == END_MARK)
            break;
          alive = changes_disk (get_call (registers)) ? refuse (child, registers, fault->code, &trace->status)
                                                      : step (child, &trace->status);
        }
      break;

    default:
      g_assert_not_reached ();
    }

  if (alive)
    end (child, &trace->status);
}

/**
 * tracer_run:
 * @watched: what to run; calls tracer_begin() and tracer_end()
 * @data: for @watched
 * @fault: what is to go wrong
 *
 * Runs @watched in a process of its own, which ends with it.
 *
 * Returns: how it went
 */
Trace
tracer_run (Watched      watched,
            gpointer     data,
            const Fault *fault)
{
  Trace trace = { .end = TRACE_OVER };
  gboolean watching = FALSE;
  guint n = 0;
  pid_t child = fork ();

  must (child >= 0, "fork");
  if (child == 0)
    {
      must (ptrace (PTRACE_TRACEME, 0, NULL, NULL) == 0, "ptrace");
      raise (SIGSTOP);
      watched (data);
      _exit (0);
    }

  must (waitpid (child, &trace.status, 0) == child && WIFSTOPPED (trace.status), "waitpid");
  must (ptrace (PTRACE_SETOPTIONS, child, NULL, (gpointer) (PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL)) == 0, "ptrace");

  /* Each turn is the beginning of a call. */
  while (step (child, &trace.status))
    {
      Registers registers;

      must (ptrace (PTRACE_GETREGS, child, NULL, &registers) == 0, "ptrace");
      if (get_call (&registers) == SYS_close && (int) registers.rdi == BEGIN_MARK)
        {
          watching = TRUE;
        }
      else if (get_call (&registers) == SYS_close && (int) registers.rdi == END_MARK)
        {
          end (child, &trace.status);
          return trace;
        }
      else if (watching && ++n == fault->at)
        {
          trace.call = get_call (&registers);
          if (!can_happen (fault, &registers))
            {
              end_by_force (child, &trace.status);
              trace.end = TRACE_PASSED;
              return trace;
            }
          strike (child, &registers, fault, &trace);
          return trace;
        }

      if (!step (child, &trace.status))
        break;
    }

  g_error ("The watched part ended early, with the status %x.", (guint) trace.status);
}

static void
do_nothing (gpointer data)
{
  tracer_begin ();
  tracer_end ();
}

/* Some containers forbid it. */
gboolean
tracer_works (void)
{
  Fault fault = { .at = 1 };
  int status;
  pid_t child = fork ();

  if (child == 0)
    _exit (ptrace (PTRACE_TRACEME, 0, NULL, NULL) == 0 ? 0 : 1);
  if (child < 0 || waitpid (child, &status, 0) != child || status != 0)
    return FALSE;

  return tracer_run (do_nothing, NULL, &fault).end == TRACE_OVER;
}

#else

const char *
tracer_name_call (long call)
{
  return "a call";
}

gboolean
tracer_works (void)
{
  return FALSE;
}

Trace
tracer_run (Watched      watched,
            gpointer     data,
            const Fault *fault)
{
  g_error ("This is written for x86-64.");
}

#endif
