#include "report.h"

static void worker(FILE *to, const struct spile_snapshot *snapshot,
                   uint32_t number, int first) {
  (void)to, (void)snapshot, (void)number, (void)first;
}

const struct spile_report_ops spile_report_null = {"null", worker};
