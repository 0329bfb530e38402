/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a piece of the program in a process of its own, and lets one of its system calls go wrong. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FAULT_KILL,        /* SIGKILL instead of the call */
  FAULT_TORN,        /* half of a write, then SIGKILL */
  FAULT_SHORT,       /* half of a read or write, and no more */
  FAULT_ERROR,       /* the call fails with code */
  FAULT_ERROR_STAYS  /* so do all calls after it that change the disk */
} FaultKind;

typedef struct
{
  FaultKind kind;
  int       code;
  guint     at;      /* which call of the watched part, from 1 */
} Fault;

typedef enum
{
  TRACE_OVER,        /* the watched part has fewer calls */
  TRACE_PASSED,      /* this fault cannot happen to that call */
  TRACE_KILLED,
  TRACE_ENDED
} TraceEnd;

typedef struct
{
  TraceEnd end;
  long     call;     /* the number of the call that went wrong */
  int      status;   /* as waitpid() gives it, with TRACE_ENDED */
} Trace;

typedef void (*Watched) (gpointer data);

gboolean    tracer_works     (void);
Trace       tracer_run       (Watched      watched,
                              gpointer     data,
                              const Fault *fault);
void        tracer_begin     (void);
void        tracer_end       (void);
const char *tracer_name_call (long         call);

G_END_DECLS
