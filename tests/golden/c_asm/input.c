// Assembler at file level, in bodies, with jumps; register variables; naked functions.
#include <stdio.h>

__asm__(".pushsection .text\n"
        ".globl from_assembler\n"
        ".type from_assembler, @function\n"
        "from_assembler: lea 5(%rdi), %eax; ret\n"
        ".popsection");
int from_assembler(int a);

register unsigned long stack_pointer __asm__("rsp");

static int added(int a, int b) {
  int sum;
  __asm__("lea (%1, %2), %0" : "=r"(sum) : "r"((long)a), "r"((long)b));
  return sum;
}

static int positive(int a) {
  __asm__ goto("test %0, %0\n\tjle %l[negative]" : : "r"(a) : "cc" : negative);
  return 1;
negative:
  return 0;
}

static long in_register(long a) {
  register long rbx __asm__("rbx") = a;
  __asm__ volatile("add $1, %0" : "+r"(rbx) : : "cc");
  return rbx;
}

static int renamed(int a) __asm__("another_symbol");
__attribute__((used)) static int renamed(int a) { return a + 2; }

// Ends in assembler that clobbers what the compiler might keep.
static int clobbers(int a) {
  __asm__ volatile("" : : : "rax", "rcx", "rdx", "rsi", "rdi", "r8", "r9", "r10", "r11", "memory", "cc");
  return a + 3;
}

__attribute__((naked, used)) static int naked(void) { __asm__("mov $9, %eax; ret"); }

static int stack(void) { return stack_pointer != 0; }

static void only_asm(void) { __asm__ volatile("nop"); }

int main(void) {
  printf("%d %d %d\n", from_assembler(1), added(1, 2), positive(3) + positive(-3));
  printf("%ld %d %d %d\n", in_register(3), renamed(1), clobbers(1), naked());
  only_asm();
  return !stack();
}
