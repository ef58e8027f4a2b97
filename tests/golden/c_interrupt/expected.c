#include <spile/scope.h> // An interrupt handler may not use the registers that the runtime uses.
int printf(const char *format, ...);

struct frame {
  unsigned long ip, cs, flags, sp, ss;
};

static volatile int ticks;

__attribute__((interrupt)) void on_tick(struct frame *frame);
__attribute__((interrupt)) void on_tick(struct frame *frame) { ticks += frame->ip != 0; }

__attribute__((interrupt)) void on_fault(struct frame *frame, unsigned long code);
__attribute__((interrupt)) void on_fault(struct frame *frame, unsigned long code) { ticks += frame->ip == code; }

static int count(void) { SPILE_SCOPE("count"); return ticks; }

int main(void) { SPILE_SCOPE("main");
  printf("%d\n", count());
  return 0;
}
