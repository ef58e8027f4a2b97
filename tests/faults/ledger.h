/* ledger.h: what `killed` writes down of its own calls, beside what Spile does.
 *
 * begun is raised before a call and finished after it, so that at every moment
 *   finished <= calls in the segment <= begun
 * and begun - finished is at most one a thread. */
#ifndef SPILE_TESTS_FAULTS_LEDGER_H
#define SPILE_TESTS_FAULTS_LEDGER_H

#include <stdint.h>

enum { STEADY_THREADS = 3, BRIEF_THREADS = 2 };

struct ledger_line {
  uint64_t begun, finished, tid, reserved[5];
};

struct ledger {
  struct ledger_line steady[STEADY_THREADS]; /* calls of outer */
  struct ledger_line brief;                  /* by all brief threads */
};

#endif /* SPILE_TESTS_FAULTS_LEDGER_H */
